"""The rules of the ledger: it is complete and in order, and this build finds what it says."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from itertools import pairwise
from platform import python_version

from tools.failure import Failure, at
from tools.ledger.claims import claim_name, programs_of
from tools.ledger.ledger import Ledger
from tools.ledger.releases import Releases, is_due
from tools.ledger.rows import Row, verdict_in
from tools.project import Project
from tools.runner.program import Program
from tools.runner.run import Run

_KNOWN_VERDICT = re.compile(r"holds|not yet|no longer|not applicable|error: .+")


@dataclass(frozen=True)
class Move:
    """A claim whose verdict is another one than it was, `old`, on the release `since`."""

    row: Row
    old: str
    since: str


def ledger_failures(ledger: Ledger, runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """All that is wrong with a ledger, given the runs of its programs."""
    yield from _claims_without_a_head(ledger)
    yield from _rows_out_of_order(ledger)
    yield from _cells_missing_or_unknown(ledger)
    yield from _moved(ledger, runs)


def _claims_without_a_head(ledger: Ledger) -> Iterator[Failure]:
    """Each claim says its sentence and its section."""
    assert ledger.project.config.ledger
    sections = ledger.project.config.ledger.sections
    for claim in ledger.claims.values():
        if not claim.sentence:
            what = "a claim's first line is its sentence: # claim: ..."
            yield Failure((at(claim.program),), what)
        elif claim.section not in sections:
            what = f"a claim's second line is its section: # section: one of {', '.join(sections)}"
            yield Failure((at(claim.program, 2),), what)


def _rows_out_of_order(ledger: Ledger) -> Iterator[Failure]:
    """The data file is sorted, and its verdicts are known words."""
    order = [(row.claim, ledger.releases.place_in_time(row.release)) for row in ledger.rows]
    for line, (before, after) in enumerate(pairwise(order), start=3):
        if before >= after:
            what = "rows are sorted by claim and release, each once"
            yield Failure((at(ledger.file, line),), what)
    for line, row in enumerate(ledger.rows, start=2):
        if not _KNOWN_VERDICT.fullmatch(row.verdict):
            yield Failure((at(ledger.file, line),), f"{row.verdict!r} is no verdict")


def _cells_missing_or_unknown(ledger: Ledger) -> Iterator[Failure]:
    """Every claim is measured on every release, and nothing else is in the data file."""
    measured = {(row.claim, row.release): line for line, row in enumerate(ledger.rows, start=2)}
    releases = [release["name"] for release in ledger.releases.all if is_due(release)]
    due = {(claim, release) for claim in ledger.claims for release in releases}
    lacks: dict[str, list[str]] = {}
    for claim, release in sorted(due - measured.keys()):
        lacks.setdefault(claim, []).append(release)
    for claim, missing in lacks.items():
        what = f"the claim {claim} is not measured on {', '.join(missing)}: run `make releases`"
        yield Failure((at(ledger.claims[claim].program),), what)
    for claim, release in sorted(measured.keys() - due):
        place = at(ledger.file, measured[claim, release])
        yield Failure((place,), f"there is no claim {claim} or no release {release}: remove it")


def _moved(ledger: Ledger, runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """This build finds the same verdicts as the data file."""
    lines = {(row.claim, row.release): line for line, row in enumerate(ledger.rows, start=2)}
    now = rows_of_this_build(ledger.project, runs, ledger.rows)
    for move in moves(ledger.rows, now, ledger.releases):
        claim, row = move.row.claim, move.row
        program = ledger.claims[claim].program
        what = f"the claim {claim} moved: {move.old!r} on {move.since}, {row.verdict!r} now"
        places = (at(ledger.file, lines[claim, move.since]), at(program))
        yield Failure(places, what, table_of_moves([move]))


def rows_of_this_build(
    project: Project, runs: Mapping[Program, Run], known: list[Row]
) -> list[Row]:
    """The column of the installed TensorFlow and Keras, as this build has just measured it."""
    tensorflow, keras = version("tensorflow"), version("keras")
    names = (f"tensorflow-{tensorflow}", f"tensorflow-{tensorflow}-keras-{keras}")
    here = {row.release for row in known if row.keras == keras and row.release in names}
    release = min(here, key=len, default=names[1])
    about = Row("", release, keras, "tensorflow", python_version(), "", "", f"{date.today()}")
    rows = []
    for program in programs_of(project):
        run = runs.get(program)
        if run and not run.fault:
            verdict, evidence = verdict_in(run.output)
            claim = claim_name(program.path)
            rows.append(replace(about, claim=claim, verdict=verdict, evidence=evidence))
    return rows


def moves(known: list[Row], fresh: list[Row], releases: Releases) -> Iterator[Move]:
    """The claims that moved: against the same release, or the newest on this backend before it."""
    by_place = {(row.claim, row.release): row for row in known}
    for row in fresh:
        measured = (row.claim, row.release) in by_place
        since = row.release if measured else _newest(known, row, releases)
        old = by_place.get((row.claim, since))
        if old and old.verdict != row.verdict:
            yield Move(row, old.verdict, since)


def _newest(known: list[Row], row: Row, releases: Releases) -> str:
    """The newest release in the file on the backend of this row, with the default Keras."""
    same = {other.release for other in known if other.backend == row.backend}
    plain = (name for name in same if name.count("-") == 1)
    return max(plain, key=releases.place_in_time, default="")


def table_of_moves(moved: Iterable[Move]) -> str:
    """What moved, as a Markdown table that can be pasted into a pull request."""
    lines = ["| claim | release | before | now | evidence |", "| --- | --- | --- | --- | --- |"]
    for move in moved:
        row = move.row
        evidence = row.evidence.replace("|", "\\|")
        cells = (row.claim, row.release, move.old, row.verdict, evidence)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
