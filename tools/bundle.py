"""A bundle: the programs of a page as one zip, with their outputs and the data that they read."""

import io
import zipfile
from pathlib import Path

from tools.program import PRODUCTS, Program


def bundle(root: Path, page: str, programs: list[Program]) -> bytes:
    """The zip of a page, the same bytes for the same files."""
    examples = root / "examples"
    files = set()
    for program in programs:
        if program.page == page:
            products = (program.product(suffix) for suffix in PRODUCTS)
            files |= {program.path, *filter(Path.exists, products), *program.reads()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path.relative_to(examples).as_posix(), (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
