"""The data file of the ledger: what each claim's program said on each release."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from tools.failure import Failure, at
from tools.ledger.history import VERDICTS
from tools.project import Project
from tools.runner.store import replace_file

FILE = "ledger.csv"


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


def data_file(project: Project) -> Path:
    """Where the rows of a project are kept."""
    assert project.config.ledger
    return project.folder / project.config.ledger.folder / FILE


def read_rows(project: Project) -> list[Row]:
    """All rows of the data file; none where it is missing. Raises `Failure` on a broken one."""
    path = data_file(project)
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for line, row in enumerate(rows, start=2):
        if set(row) != {field.name for field in fields(Row)} or None in row.values():
            place = at(path.relative_to(project.root), line)
            raise Failure((place,), "a row of the ledger has other columns than it should")
    return [Row(**row) for row in rows]


def write_rows(project: Project, rows: Iterable[Row], place_in_time: Callable[[str], int]) -> None:
    """Write the data file, sorted by claim and then by release: a new release adds single lines."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Row))
    ordered = sorted(rows, key=lambda row: (row.claim, place_in_time(row.release)))
    writer.writerows(astuple(row) for row in ordered)
    replace_file(data_file(project), text.getvalue().encode())


def verdict_in(output: str) -> tuple[str, str]:
    """The verdict and the evidence in what a ledger program printed."""
    *evidence, last = output.strip().splitlines() or [""]
    verdict = last.removeprefix("verdict: ")
    if not last.startswith("verdict: ") or verdict not in VERDICTS:
        return "error: no verdict", " | ".join([*evidence, last])
    return verdict, " | ".join(evidence)
