"""The check: run every program, hold every page against the rules, and list what fails.

python -m tools.check [ROOT]                  a project; the current folder if none is named
python -m tools.check --shard 2/5 --report 2.json      a fifth of its programs
python -m tools.check --merge 1.json 2.json ...        what the shards found, together
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tools.annotations import annotate
from tools.durations import Durations
from tools.failure import Failure, at
from tools.project import Project
from tools.report import Report, Summary, merged
from tools.runner.program import HeaderError, Program
from tools.runner.runner import Job, Runner, RunnerError
from tools.runner.settings import needs_of
from tools.runner.store import Store
from tools.tree import Tree

if TYPE_CHECKING:  # what reads pages is imported while the programs run
    from tools.pages.page import Page
    from tools.statements.marks import Text

Progress = Callable[[str], None]

NO_CHECK = """the check needs Linux or macOS: on Windows use WSL, the devcontainer, or
`python -m tools.portable` for the programs""".replace("\n", " ")
WHY_NOT = """It stops, limits and watches programs in ways that Windows does not have.
CONTRIBUTING.md says what works there, under "On Windows"."""


def check(
    project: Project,
    progress: Progress = lambda line: None,
    runner: Runner | None = None,
    only: Iterable[Program] | None = None,
) -> Report:
    """Check a project. `progress` receives a line for each program that is run.

    With a `runner` that lasts, its parents stay warm for the next check. With `only`, other
    programs are left out: their runs are judged elsewhere.
    """
    if not hasattr(os, "fork"):
        failure = Failure((at("tools/runner/runner.py"),), NO_CHECK, WHY_NOT)
        return Report(project, failures=[failure])
    if runner is None:
        try:
            with Runner(project.config, project.folder) as one_time:
                return check(project, progress, one_time, only)
        except OSError as error:
            place = (at("tools/runner/runner.py"),)
            return Report(project, failures=[Failure(place, f"no program can be run: {error}")])
    report = Report(project)
    store = Store(project.root, project.config, report.notes.append)
    among = project.programs if only is None else sorted(only)
    try:
        report.failures += _judge(project, report, store, runner, among, progress)
    except Failure as failure:
        report.failures.append(failure)
    except (RunnerError, OSError) as error:  # no interpreter, or no room on the disk
        report.failures.append(Failure((at("tools/runner/runner.py"),), str(error)))
    report.failures = sorted(set(report.failures))
    report.notes = list(dict.fromkeys([*report.notes, *runner.notes]))
    return report


def _judge(
    project: Project,
    report: Report,
    store: Store,
    runner: Runner,
    among: list[Program],
    progress: Progress,
) -> Iterator[Failure]:
    """Run what has to be run, and yield all that is wrong."""
    waiting = _waiting(among, report, store, runner.config.limits.seconds)
    tree = Tree(project) if waiting and not runner.keeps_files() else None
    running = runner.run(list(waiting))

    # The programs are on their way: time to import what reads pages, and to read them.
    from tools.labs.colab import Notebooks
    from tools.labs.lab import find_labs, lab_failures
    from tools.pages.names import name_failures
    from tools.pages.rules import Rules

    rules = Rules(project, report.runs)
    pages, labs = rules.pages, find_labs(project)
    for job, run in running:
        program = waiting[job]
        progress(f"{program} {run.fault or 'ran'} ({run.seconds:.1f} s)")
        report.runs[program] = run
        if not run.fault:
            store.keep(program, run)
    if tree:
        ran = {program: report.runs[program] for program in waiting.values()}
        yield from tree.put_back(ran, only_report=runner.lasting)
    report.runs = rules.runs = dict(sorted(report.runs.items()))
    yield from rules.failures()
    yield from lab_failures(labs, report.runs)
    yield from Notebooks(project).failures()
    if project.config.ledger:
        yield from _of_the_ledger(report, pages)
    if project.config.statements:
        yield from _of_statements(report, [*pages, *labs])
    yield from name_failures([*pages, *labs], project.config.names.roots, store, runner)


def _of_the_ledger(report: Report, pages: "list[Page]") -> Iterator[Failure]:
    """What is wrong with the ledger; a broken one hides nothing else."""
    from tools.ledger.ledger import Ledger
    from tools.ledger.markers import marker_failures
    from tools.ledger.rules import ledger_failures

    try:
        report.ledger = Ledger.read(report.project)
    except Failure as failure:
        yield failure
        return
    yield from marker_failures(report.ledger, pages)
    yield from ledger_failures(report.ledger, report.runs)


def _of_statements(report: Report, pages: "list[Text]") -> Iterator[Failure]:
    """What the pages and the labs state without a proof."""
    from tools.statements.account import Account, account_failures
    from tools.statements.evidence import Evidence
    from tools.statements.rules import Statements

    try:
        report.evidence = Evidence.of_runs(report.project, report.ledger, report.runs)
        statements = Statements(report.project, pages, report.evidence)
    except Failure as failure:
        yield failure
        return
    yield from statements.failures()
    yield from account_failures(pages)
    known = (report.project, len(report.runs), report.not_run, report.ledger)
    report.account = Account.of(*known, statements.marked)


def _waiting(
    programs: list[Program], report: Report, store: Store, usual: float
) -> dict[Job, Program]:
    """The jobs of the programs that have no kept run and can be run here."""
    durations = Durations(report.project)
    waiting: dict[Job, Program] = {}
    for program in programs:
        try:
            lacks, limit = program.missing(), program.seconds(usual)
        except HeaderError as error:
            report.failures.append(Failure((at(program),), f"{program}: {error}"))
            continue
        if lacks:
            report.not_run[program] = lacks
            report.failures += _not_run_failure(program, lacks)
        elif kept := store.of(program):
            report.runs[program] = kept
        else:
            needs, expected = needs_of(program.source), durations.of(program, store)
            waiting[Job(program.path, (), needs, limit, expected)] = program
    return waiting


def _not_run_failure(program: Program, lacks: list[str]) -> list[Failure]:
    """A program that was not run is a failure in CI, where everything is installed."""
    if not os.environ.get("CI"):
        return []
    what = f"{program} was not run, and in CI it must be: it needs {', '.join(lacks)}"
    return [Failure((at(program),), what)]


def check_at(root: Path, progress: Progress = lambda line: None, shard: str = "") -> Report:
    """Check the project at `root`, or the share of its programs that `shard` names ("2/5").

    Raises `Failure` when its configuration cannot be read.
    """
    project = Project.read(root)
    only = Durations(project).share(*shard_of(shard)) if shard else None
    return check(project, progress, only=only)


def shard_of(text: str) -> tuple[int, int]:
    """The numbers of a shard: 2 and 5 of "2/5". Raises `ValueError`."""
    number, _, count = text.partition("/")
    if not (number.isdigit() and count.isdigit() and 1 <= int(number) <= int(count)):
        raise ValueError(f"a shard is written 2/5, the second of five; not {text!r}")
    return int(number), int(count)


def main() -> None:
    """Check a project and list what fails; exit with 1 if anything does."""
    parser = argparse.ArgumentParser(prog="python -m tools.check", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("root", nargs="?", default=".", type=Path)
    parser.add_argument("--shard", default="", metavar="K/N")
    parser.add_argument("--report", type=Path, help="write what was found here, for --merge")
    parser.add_argument("--merge", nargs="+", type=Path, metavar="REPORT")
    options = parser.parse_args()
    try:
        if options.merge:
            summaries = [Summary.read(file) for file in options.merge]
            summary = merged(summaries, Project.read(options.root).programs)
        else:
            summary = check_at(options.root, print, options.shard).summary()
    except (Failure, ValueError, OSError) as error:
        annotate([error] if isinstance(error, Failure) else [], options.root)
        sys.exit(str(error))
    if options.report:
        summary.write(options.report)
    print("\n".join(summary.lines()))
    annotate(summary.failures, options.root)
    sys.exit(bool(summary.failures))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
