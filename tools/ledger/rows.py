"""The data file of the ledger: what each claim's program said on each release."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from tools.failure import Failure, at
from tools.ledger.history import VERDICTS
from tools.project import Project
from tools.runner.store import replace_file

FILE = "ledger.csv"
Kind = TypeVar("Kind")
"""A dataclass whose fields, all of them strings, are the columns of a data file."""


@dataclass(frozen=True)
class Row:
    """What one program said on one release; the columns of the data file.

    `program` and `pins` are hashes of what was run, and of what it was run on.
    """

    claim: str
    release: str
    keras: str
    backend: str
    python: str
    verdict: str
    evidence: str
    program: str
    pins: str
    date: str


def folder_of(project: Project) -> Path:
    """Where the ledger of a project is kept."""
    assert project.config.ledger
    return project.folder / project.config.ledger.folder


def data_file(project: Project) -> Path:
    """Where the rows of a project are kept."""
    return folder_of(project) / FILE


def read_rows(project: Project) -> list[Row]:
    """All rows of the data file; none where it is missing. Raises `Failure` on a broken one."""
    return read_table(project, data_file(project), Row)


def read_table(project: Project, path: Path, kind: type[Kind]) -> list[Kind]:
    """All rows of a data file; none where it is missing. Raises `Failure` on a broken one."""
    if not path.exists():
        return []
    columns, found = _columns(kind), []
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if set(row) != set(columns) or None in row.values():
                place = at(path.relative_to(project.root), reader.line_num)
                raise Failure((place,), "a row of the ledger has other columns than it should")
            found.append(kind(**row))
    return found


def write_rows(project: Project, rows: Iterable[Row], place_in_time: Callable[[str], int]) -> None:
    """Write the data file, sorted by claim and then by release: a new release adds single lines."""
    ordered = sorted(rows, key=lambda row: (row.claim, place_in_time(row.release)))
    write_table(data_file(project), Row, ordered)


def write_table(path: Path, kind: type[Kind], rows: Iterable[Kind]) -> None:
    """Write a data file, in this order."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    columns = _columns(kind)
    writer.writerow(columns)
    writer.writerows([getattr(row, column) for column in columns] for row in rows)
    replace_file(path, text.getvalue().encode())


def _columns(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)]


def verdict_in(output: str) -> tuple[str, str]:
    """The verdict and the evidence in what a ledger program printed."""
    *evidence, last = output.strip().splitlines() or [""]
    verdict = last.removeprefix("verdict: ")
    if not last.startswith("verdict: ") or verdict not in VERDICTS:
        return "error: no verdict", " | ".join([*evidence, last])
    return verdict, " | ".join(evidence)
