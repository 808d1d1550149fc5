"""Change programs and pages, and list the changes that nobody notices.

python -m tools.mutants                     all pages and their programs, 8 changes a program
python -m tools.mutants why-keras           one page
python -m tools.mutants why-keras/dense_by_hand --most 99
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from tools.check import check
from tools.failure import Failure, at
from tools.mutants.changes import Change, Finder, chosen
from tools.mutants.listed import FILE, Listed, read_list
from tools.mutants.on_pages import on_pages
from tools.mutants.trial import SAME, Trial, try_all
from tools.project import Project
from tools.report import Report
from tools.runner.program import Program
from tools.runner.runner import Runner

MOST = 8
"""Changes of a program, at most."""


@dataclass
class Outcome:
    """What came of the changes: how many there were of programs and of pages, how many of them
    nobody noticed, how many of these are listed with a reason, and what is wrong."""

    programs: int = 0
    unnoticed: int = 0
    listed: int = 0
    pages: int = 0
    unnoticed_on_pages: int = 0
    failures: list[Failure] = field(default_factory=list)

    def lines(self) -> list[str]:
        """What a person reads: each failure, then the counts."""
        return [
            *map(str, sorted(self.failures)),
            f"{self.programs} changes of programs, {_percent(self.programs, self.unnoticed)}; "
            f"{self.listed} of the {self.unnoticed} others change nothing, and are listed",
            f"{self.pages} changes of pages, {_percent(self.pages, self.unnoticed_on_pages)}",
        ]


def _percent(count: int, unnoticed: int) -> str:
    return f"{100 * (count - unnoticed) / (count or 1):.1f} % noticed"


def find_unnoticed(
    project: Project,
    only: str = "",
    most: int = MOST,
    progress: Callable[[str], None] = lambda line: None,
) -> Outcome:
    """Change what `only` names, a page or a program, or all but the labs and the ledger.

    Raises `Failure` when the list cannot be read, or nothing has this name.
    """
    listed = read_list(project.root)
    with Runner(project.config, project.folder, lasting=True) as runner:
        report = check(project, progress, runner)
        if report.failures:
            return Outcome(failures=report.failures)
        programs = [program for program in _programs(report) if _is_named(program, only)]
        if not programs:
            raise Failure((only,), "names no page with programs, and no program")
        outcome = _on_programs(report, programs, listed, most, progress)
        for page, change, silent in on_pages(report, only, runner):
            outcome.pages += 1
            if silent:
                outcome.unnoticed_on_pages += 1
                outcome.failures.append(change.failure(page, page.text))
    return outcome


def _programs(report: Report) -> list[Program]:
    """The programs that can be changed here. Those of the ledger are judged by their verdicts, and
    what a lab draws is not compared."""
    config = report.project.config
    apart = {each.folder for each in (config.labs, config.ledger) if each}
    return [program for program in report.runs if program.page not in apart]


def _is_named(program: Program, only: str) -> bool:
    return only in ("", program.page, program.key)


def _on_programs(
    report: Report,
    programs: list[Program],
    listed: Listed,
    most: int,
    progress: Callable[[str], None],
) -> Outcome:
    """Try changes of programs, and hold what nobody notices against the list."""
    trials = [
        Trial(program, change, program)
        for program in programs
        for change in _changes(program, listed, most)
    ]
    outcome, silent, same = Outcome(programs=len(trials) - len(programs)), [], []
    for number, (trial, noticed) in enumerate(try_all(report.project, trials), start=1):
        progress(f"{number} of {len(trials)}: {trial.program} {'noticed' if noticed else 'silent'}")
        if trial.change != SAME and not noticed:
            silent.append(trial)
        elif trial.change == SAME and noticed:
            same.append(trial)
    outcome.failures += _untrustworthy(report, same)
    silent = _also_by_readers(report, silent)
    outcome.unnoticed = len(silent)
    entries = {_entry(trial.program, trial.change) for trial in silent}
    for trial in silent:
        if _entry(trial.program, trial.change) in listed.entries:
            outcome.listed += 1
        else:
            outcome.failures.append(trial.change.failure(trial.program, trial.program.source))
    outcome.failures += _stale(listed.certain - entries, programs)
    return outcome


def _untrustworthy(report: Report, same: list[Trial]) -> Iterator[Failure]:
    """A failure for each program that is noticed without a change, again when it runs alone: in the
    crowd a change may have taken what it needs."""
    for trial in same:
        for _, noticed in try_all(report.project, [trial]):
            if noticed:
                what = f"{trial.program} is noticed without a change: the trials say nothing"
                yield Failure((at(trial.program),), what, noticed)


def _also_by_readers(report: Report, silent: list[Trial]) -> list[Trial]:
    """What is left of changes that were not noticed when each program that reads the changed one
    runs as well: one may import it."""
    again = [
        replace(trial, run=reader)
        for trial in silent
        for reader, run in report.runs.items()
        if f"{trial.program.key}.py" in run.reads
    ]
    noticed = {
        replace(trial, run=trial.program)
        for trial, is_noticed in try_all(report.project, again)
        if is_noticed
    }
    return [trial for trial in silent if trial not in noticed]


def _stale(entries: set[tuple[str, str, str]], programs: list[Program]) -> Iterator[Failure]:
    """A failure for each entry of these programs that no silent change answers to."""
    for key, old, new in sorted(entries):
        if key in {program.key for program in programs}:
            what = f"{key}: {old} -> {new} is listed, and no such change goes unnoticed"
            yield Failure((at(FILE),), f"{what}: remove the entry")


def _changes(program: Program, listed: Listed, most: int) -> list[Change]:
    """The changes that are tried: none, those chosen, and those of the list."""
    found = Finder(program.source, listed.exchange, listed.guards, listed.symmetric).changes()
    picked = chosen(found, program.source, most)
    asked = [each for each in found if _entry(program, each) in listed.entries]
    return [SAME, *dict.fromkeys([*picked, *asked])]


def _entry(program: Program, change: Change) -> tuple[str, str, str]:
    return program.key, *change.shown(program.source)


def main() -> None:
    """Change the project in the current folder; exit with 1 where something goes unnoticed."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("only", nargs="?", default="", metavar="PAGE[/NAME]")
    parser.add_argument("--most", type=int, default=MOST, help="changes of a program")
    options = parser.parse_args()
    try:
        outcome = find_unnoticed(Project.read(Path.cwd()), options.only, options.most, _show)
    except (Failure, OSError) as error:
        sys.exit(str(error))
    print("\n".join(outcome.lines()))
    sys.exit(bool(outcome.failures))


def _show(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
