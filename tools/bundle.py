"""A bundle: the programs of a page as one zip, with their outputs and the data beside them."""

import io
import zipfile
from pathlib import Path

from tools.program import Program


def bundle(root: Path, page: str, programs: list[Program]) -> bytes:
    """The zip of a page, the same bytes for the same files."""
    examples = root / "examples"
    others = {program.page for program in programs} - {page}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted((examples / page).rglob("*")):
            name = path.relative_to(examples)
            if path.is_file() and path.suffix != ".pyc" and name.parent.as_posix() not in others:
                entry = zipfile.ZipInfo(name.as_posix(), (1980, 1, 1, 0, 0, 0))
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
