"""A bundle: the programs of a page as one zip, with their outputs and what they read."""

import io
import zipfile
from collections.abc import Mapping

from tools.project import Project
from tools.runner.program import PRODUCTS, Program
from tools.runner.run import Run


def bundle(project: Project, programs: list[Program], runs: Mapping[Program, Run]) -> bytes:
    """The zip of these programs, the same bytes for the same files."""
    files = set()
    for program in programs:
        stem = program.key
        files |= {f"{stem}{suffix}" for suffix in (".py", *PRODUCTS)}
        if program in runs:
            files |= set(runs[program].reads)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(files & project.files):
            entry = zipfile.ZipInfo(file, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            content = (project.folder / file).read_bytes()
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
