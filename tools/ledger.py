"""The ledger: the claims of the chapter, and the verdict of each on each measured release.

A *claim* is a program `examples/ledger/<claim>.py`. Its last line of output is its *verdict*, the
lines before are its evidence. All that was measured stands in one data file, `ledger.csv`, a row
for each claim on each *release*; `releases.toml` says what the releases are.
"""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields, replace
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from tools.failure import Failure, at
from tools.program import Program
from tools.run import Run

PAGE = "ledger"
"""The page, and the folder of programs, that the ledger lives on."""

RELEASES = Path(__file__).with_name("releases.toml")


@dataclass(frozen=True)
class Row:
    """What one program said on one release; the columns of the data file."""

    claim: str
    release: str
    keras: str
    engine: str
    python: str
    verdict: str
    evidence: str
    date: str


@dataclass(frozen=True)
class Move:
    """A claim whose verdict is another one than it was, `old`, on the release `since`."""

    row: Row
    old: str
    since: str


@dataclass(frozen=True)
class Claim:
    """A claim in a sentence, and the section of the chapter that makes it."""

    name: str
    sentence: str
    section: str


def claims(root: Path) -> dict[str, Claim]:
    """All claims, by name, from the first two lines of their programs."""
    found = {}
    for path in sorted((root / "examples" / PAGE).glob("*.py")):
        head = dict(re.findall(r"^# (claim|section): (.*)$", path.read_text("utf-8"), re.M))
        name = claim_of(path)
        found[name] = Claim(name, head.get("claim", name), head.get("section", ""))
    return found


def claim_of(path: Path) -> str:
    """The claim that a program decides: `part-of` for `part_of.py`."""
    return path.stem.replace("_", "-")


def data_file(root: Path) -> Path:
    """Where the rows of a project are kept."""
    return root / "examples" / PAGE / "ledger.csv"


def read_rows(root: Path) -> list[Row]:
    """All rows of the data file; none where it is missing. Raises `Failure` on a broken one."""
    path = data_file(root)
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for line, row in enumerate(rows, start=2):
        if set(row) != {field.name for field in fields(Row)} or None in row.values():
            place = at(path.relative_to(root), line)
            raise Failure((place,), "a row of the ledger has other columns than it should")
    return [Row(**row) for row in rows]


def write_rows(root: Path, rows: Iterable[Row]) -> None:
    """Write the data file, sorted by claim and then by release: a new release adds single lines."""
    ordered = sorted(rows, key=lambda row: (row.claim, place_in_time(row.release)))
    with data_file(root).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Row))
        writer.writerows(astuple(row) for row in ordered)


@cache
def releases() -> tuple[dict, ...]:
    """The releases, oldest first, as `releases.toml` has them."""
    return tuple(tomllib.loads(RELEASES.read_text(encoding="utf-8"))["release"])


@cache
def place_in_time(release: str) -> int:
    """Where a release stands among all: oldest first, unknown ones last."""
    names = [known["name"] for known in releases()]
    return names.index(release) if release in names else len(names)


def verdict_in(output: str) -> tuple[str, str]:
    """The verdict and the evidence in what a ledger program printed."""
    *evidence, last = output.strip().splitlines() or [""]
    said = last.removeprefix("verdict: ") if last.startswith("verdict: ") else "error: no verdict"
    return said, " | ".join(evidence)


def rows_of_this_build(runs: dict[Program, Run], known: list[Row]) -> list[Row]:
    """The column of the installed TensorFlow and Keras, as this build has just measured it."""
    tensorflow, keras = version("tensorflow"), version("keras")
    names = (f"tensorflow-{tensorflow}", f"tensorflow-{tensorflow}-keras-{keras}")
    here = {row.release for row in known if row.keras == keras and row.release in names}
    release = min(here, key=len, default=names[1])
    about = Row("", release, keras, "tensorflow", python_version(), "", "", f"{date.today()}")
    rows = []
    for program, run in runs.items():
        if program.page == PAGE and not run.fault:
            verdict, evidence = verdict_in(run.output)
            claim = claim_of(program.path)
            rows.append(replace(about, claim=claim, verdict=verdict, evidence=evidence))
    return rows


def moves(known: list[Row], fresh: list[Row]) -> Iterator[Move]:
    """The claims that moved: against the same release, or the newest on this engine before it."""
    by_place = {(row.claim, row.release): row for row in known}
    for row in fresh:
        since = row.release if (row.claim, row.release) in by_place else _newest(known, row)
        old = by_place.get((row.claim, since))
        if old and old.verdict != row.verdict:
            yield Move(row, old.verdict, since)


def _newest(known: list[Row], row: Row) -> str:
    """The newest release in the file on the engine of this row, with the default Keras."""
    same = {other.release for other in known if other.engine == row.engine}
    return max((name for name in same if name.count("-") == 1), key=place_in_time, default="")


def ledger_failures(root: Path, runs: dict[Program, Run]) -> Iterator[Failure]:
    """A failure for each claim that this build finds another verdict for than the data file has."""
    known = read_rows(root)
    name = data_file(root).relative_to(root)
    for move in moves(known, rows_of_this_build(runs, known)):
        claim, row = move.row.claim, move.row
        line = next(
            number
            for number, other in enumerate(known, start=2)
            if (other.claim, other.release) == (claim, move.since)
        )
        program = f"examples/{PAGE}/{claim.replace('-', '_')}.py"
        what = f"the claim {claim} moved: {move.old!r} on {move.since}, {row.verdict!r} now"
        yield Failure((at(name, line), at(program)), what, report([move]))


def report(moved: Iterable[Move]) -> str:
    """What moved, as a Markdown table that can be pasted into a pull request."""
    lines = ["| claim | release | before | now | evidence |", "| --- | --- | --- | --- | --- |"]
    for move in moved:
        row = move.row
        evidence = row.evidence.replace("|", "\\|")
        cells = (row.claim, row.release, move.old, row.verdict, evidence)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
