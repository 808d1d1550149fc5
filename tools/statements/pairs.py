"""Pairs: each statement of pages and labs beside its evidence, in one committed file.

`make record` writes it, and a person reads it in the difference, like an output. A statement, a
mark or an evidence that has changed since makes a pair that is not in the file.
"""

import csv
import io
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from tools.failure import Failure, at
from tools.project import Project
from tools.runner.store import replace_file
from tools.statements.evidence import Evidence, Lost
from tools.statements.marks import Statement, Text, blocks_of


@dataclass(frozen=True)
class Pair:
    """A statement of a page, one of its marks, and the evidence; the columns of the file."""

    page: str
    statement: str
    mark: str
    evidence: str


def statements_of(pages: Iterable[Text]) -> list[Statement]:
    """All statements that have a mark, page by page."""
    blocks = (block for page in pages for block in blocks_of(page) if block.kind != "heading")
    return [one for block in blocks for one in block.statements if one.marks]


def pairs_of(statement: Statement, evidence: Evidence) -> Iterator[Pair]:
    """The pairs of a statement, one for each mark. Raises `Lost`."""
    for mark in statement.marks:
        yield Pair(statement.page.uri, statement.text, str(mark), evidence.of(mark))


def read_pairs(project: Project) -> list[Pair]:
    """The recorded pairs. Raises `Failure` at a line that is broken."""
    path = _file(project)
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for line, row in enumerate(rows, start=2):
        if set(row) != {field.name for field in fields(Pair)} or None in row.values():
            place = at(path.relative_to(project.root), line)
            raise Failure((place,), "a pair has other columns than it should: make record")
    return [Pair(**row) for row in rows]


def write_pairs(project: Project, pairs: Iterable[Pair]) -> bool:
    """Write the file, in the order of the pages; whether that changed it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Pair))
    writer.writerows(astuple(pair) for pair in dict.fromkeys(pairs))
    path, content = _file(project), text.getvalue().encode()
    if path.exists() and path.read_bytes() == content:
        return False
    replace_file(path, content)
    return True


def record_pairs(
    project: Project, pages: Iterable[Text], evidence: Evidence, only: str = ""
) -> tuple[bool, list[Failure]]:
    """Write the pairs anew: all, or those that `only` names, a page, a folder of pages such as that
    of the labs, or a program that proves.

    Gives whether the file has changed, and a failure for each statement without its evidence, whose
    old pair stays.
    """
    known, kept, failures = read_pairs(project), [], []
    for statement in statements_of(pages):
        about = (statement.page.uri, statement.text)
        old = [one for one in known if (one.page, one.statement) == about]
        if not _is_asked(statement, only):
            kept += old
            continue
        try:
            kept += list(pairs_of(statement, evidence))
        except Lost as lost:
            failures.append(Failure((at(statement.page, statement.line),), f"a statement {lost}"))
            kept += old
    return write_pairs(project, kept), failures


def _is_asked(statement: Statement, only: str) -> bool:
    targets = {mark.target.replace("-", "_") for mark in statement.marks if mark.kind == "proof"}
    page = statement.page.name
    named = ("", page, posixpath.dirname(page))
    return only in named or only.startswith(f"{page}/") or only.replace("-", "_") in targets


def _file(project: Project) -> Path:
    assert project.config.statements
    return project.root / project.config.statements.pairs
