"""The rules of the ledger: it is complete and in order, and this build finds what it says."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from itertools import pairwise
from platform import python_version

from tools.failure import Failure, at
from tools.ledger.claims import FILE as CLAIMS
from tools.ledger.claims import Claim, claim_name, programs_of
from tools.ledger.history import VERDICTS, histories_of, spans_of
from tools.ledger.ledger import Ledger
from tools.ledger.recorded import Recorded
from tools.ledger.releases import Releases, is_about, is_due, pins_of
from tools.ledger.rows import FILE as DATA
from tools.ledger.rows import Row, verdict_in
from tools.project import Project
from tools.runner.program import Program
from tools.runner.run import Run

_KNOWN_VERDICT = re.compile(rf"{'|'.join(VERDICTS)}|error: .+")
_BROAD = ("Exception", "BaseException")


@dataclass(frozen=True)
class Move:
    """A row that says something else than `old`, the row that it is compared with."""

    row: Row
    old: Row

    def __str__(self) -> str:
        if self.old.verdict != self.row.verdict:
            was, now = self.old.verdict, self.row.verdict
            return f"moved: {was!r} on {self.old.release}, {now!r} now"
        return f"shows something else than it did on {self.old.release}"


def ledger_failures(ledger: Ledger, runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """All that is wrong with a ledger, given the runs of its programs."""
    yield from _claims_without_a_head(ledger)
    yield from _notes_on_nothing(ledger)
    yield from _verdicts_by_accident(ledger)
    yield from _rows_out_of_order(ledger)
    yield from _cells_missing_or_unknown(ledger)
    yield from _stale(ledger)
    yield from _contradictions(ledger)
    yield from _histories_to_explain(ledger)
    yield from _moved(ledger, runs)
    yield from Recorded(ledger.project, ledger.releases).failures()


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


def _notes_on_nothing(ledger: Ledger) -> Iterator[Failure]:
    """The file of claims speaks of claims that there are."""
    agreed = {name for one in ledger.agreements for name in (*one.claims, one.where)}
    for name in sorted((ledger.noted | agreed) - ledger.claims.keys()):
        what = f"there is no claim {name}: name another, or remove it"
        yield Failure((at(ledger.file.replace(DATA, CLAIMS)),), what)


def _verdicts_by_accident(ledger: Ledger) -> Iterator[Failure]:
    """What a program did not foresee ends it: it decides nothing."""
    for claim in ledger.claims.values():
        for node in ast.walk(ast.parse(claim.program.source)):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
                what = f"the claim {claim.name} catches whatever it is: name what it expects"
                yield Failure((at(claim.program, node.lineno),), what)


def _is_broad(caught: ast.expr | None) -> bool:
    """Whether an `except` catches what nobody foresaw."""
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(name is None or ast.unparse(name) in _BROAD for name in names)


def _rows_out_of_order(ledger: Ledger) -> Iterator[Failure]:
    """The data file is sorted, and its verdicts are known words."""
    known = {release["name"] for release in ledger.releases.all}
    order = [
        (line, (row.claim, ledger.releases.place_in_time(row.release)))
        for line, row in enumerate(ledger.rows, start=2)
        if row.release in known  # the others have to go, and are told by themselves
    ]
    for (_, before), (line, after) in pairwise(order):
        if before >= after:
            what = "rows are sorted by claim and release, each once"
            yield Failure((at(ledger.file, line),), what)
    for line, row in enumerate(ledger.rows, start=2):
        if not _KNOWN_VERDICT.fullmatch(row.verdict):
            yield Failure((at(ledger.file, line),), f"{row.verdict!r} is no verdict")


def _cells_missing_or_unknown(ledger: Ledger) -> Iterator[Failure]:
    """Every claim is measured on every release, and nothing else is in the data file."""
    measured = {(row.claim, row.release): line for line, row in enumerate(ledger.rows, start=2)}
    releases = [release for release in ledger.releases.all if is_due(release)]
    due = {
        (claim.name, release["name"])
        for claim in ledger.claims.values()
        for release in releases
        if is_about(release, claim.program)
    }
    lacks: dict[str, list[str]] = {}
    for claim, release in sorted(due - measured.keys()):
        lacks.setdefault(claim, []).append(release)
    for claim, missing in lacks.items():
        what = f"the claim {claim} is not measured on {', '.join(missing)}: run `make releases`"
        yield Failure((at(ledger.claims[claim].program),), what)
    for claim, release in sorted(measured.keys() - due):
        place = at(ledger.file, measured[claim, release])
        yield Failure((place,), f"there is no claim {claim} or no release {release}: remove it")


def _stale(ledger: Ledger) -> Iterator[Failure]:
    """A row was measured with the program and the pins of today."""
    pins = {release["name"]: pins_of(release) for release in ledger.releases.all}
    changed: dict[str, list[str]] = {}
    for row in ledger.rows:
        claim = ledger.claims.get(row.claim)
        if claim and row.release in pins and is_stale(row, claim, pins[row.release]):
            changed.setdefault(row.claim, []).append(row.release)
    for name, releases in changed.items():
        what = f"the claim {name} or the pins have changed since it was measured on"
        place = at(ledger.claims[name].program)
        yield Failure((place,), f"{what} {', '.join(releases)}: run `make releases`")


def is_stale(row: Row, claim: Claim, pins: str) -> bool:
    """Whether a row was measured with another program, or on other pins."""
    return row.program != claim.hash or row.pins != pins


def _contradictions(ledger: Ledger) -> Iterator[Failure]:
    """Rows that the file of claims says are the same are the same."""
    known = {(row.claim, row.release): row for row in ledger.rows}
    for agreement in ledger.agreements:
        for release in ledger.verdicts.get(agreement.where, {}):
            rows = [known.get((claim, release)) for claim in agreement.claims]
            said = {row.verdict for row in rows if row and row.verdict in VERDICTS}
            if ledger.holds(agreement.where, release) and len(said) > 1:
                what = f"{' and '.join(agreement.claims)} cannot differ on {release}, where"
                what = f"{what} {agreement.where} holds: one of them measures something else"
                yield Failure((at(ledger.file, _line(ledger, agreement.claims[0], release)),), what)


def _histories_to_explain(ledger: Ledger) -> Iterator[Failure]:
    """A claim that comes true a second time, or cannot be decided somewhere, has a note."""
    for name, verdicts in ledger.verdicts.items():
        claim, why = ledger.claims[name], []
        for history in dict.fromkeys(one for release in verdicts for one in histories_of(release)):
            own = [pair for pair in verdicts.items() if history in histories_of(pair[0])]
            if len(spans_of(own)) > 1:
                why.append(f"holds again after it did not ({history})")
        why += [f"is an error on {one}" for one, said in verdicts.items() if said[:5] == "error"]
        if why and not claim.note:
            what = f"the claim {name} {', and '.join(why)}: mend its program, or write a note"
            yield Failure((at(claim.program),), what)


def _line(ledger: Ledger, claim: str, release: str) -> int:
    """The line of a row in the data file; the first one if there is none."""
    rows = enumerate(ledger.rows, start=2)
    return next((n for n, row in rows if (row.claim, row.release) == (claim, release)), 1)


def _moved(ledger: Ledger, runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """This build finds the same verdicts and the same evidence as the data file."""
    now = rows_of_this_build(ledger.project, runs, ledger.rows)
    for move in moves(ledger.rows, now, ledger.releases):
        claim = ledger.claims[move.row.claim]
        line = _line(ledger, claim.name, move.old.release)
        places = (at(ledger.file, line), at(claim.program))
        kind = "claim" if move.row.verdict != move.old.verdict else "evidence"
        yield Failure(places, f"the claim {claim.name} {move}", table_of_moves([move]), kind)


def rows_of_this_build(
    project: Project, runs: Mapping[Program, Run], known: list[Row]
) -> list[Row]:
    """The column of the installed TensorFlow and Keras, as this build has just measured it."""
    tensorflow, keras = version("tensorflow"), version("keras")
    names = (f"tensorflow-{tensorflow}", f"tensorflow-{tensorflow}-keras-{keras}")
    here = {row.release for row in known if row.keras == keras and row.release in names}
    release = min(here, key=len, default=names[1])
    backend, today = "tensorflow", f"{date.today()}"
    about = Row("", release, keras, backend, python_version(), "", "", "", "", today)
    rows = []
    for program in programs_of(project):
        run = runs.get(program)
        if run and not run.fault:
            verdict, evidence = verdict_in(run.output)
            claim = claim_name(program.path)
            rows.append(replace(about, claim=claim, verdict=verdict, evidence=evidence))
    return rows


def moves(known: list[Row], fresh: list[Row], releases: Releases) -> Iterator[Move]:
    """The rows that moved: against the same release, the evidence as well, or else the verdict
    against the newest release on this backend."""
    by_place = {(row.claim, row.release): row for row in known}
    for row in fresh:
        same = by_place.get((row.claim, row.release))
        old = same or by_place.get((row.claim, _newest(known, row, releases)))
        if old and (old.verdict != row.verdict or (same and old.evidence != row.evidence)):
            yield Move(row, old)


def _newest(known: list[Row], row: Row, releases: Releases) -> str:
    """The newest release in the file on the backend of this row, with the default Keras."""
    same = {other.release for other in known if other.backend == row.backend}
    plain = (name for name in same if name.count("-") == 1)
    return max(plain, key=releases.place_in_time, default="")


def table_of_moves(moved: Iterable[Move]) -> str:
    """What moved, as a Markdown table that can be pasted into a pull request."""
    lines = ["| claim | release | before | now | evidence |", "| --- | --- | --- | --- | --- |"]
    for move in moved:
        row, old = move.row, move.old
        before, now = (evidence.replace("|", "\\|") for evidence in (old.evidence, row.evidence))
        shown = now if row.verdict != old.verdict else f"{before} → {now}"
        cells = (row.claim, row.release, old.verdict, row.verdict, shown)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
