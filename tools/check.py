"""The check: run every program, hold every page against the rules, and list what fails."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.failure import Failure, at
from tools.labs import find_labs, lab_failures
from tools.ledger import ledger_failures
from tools.ledger_page import marker_failures
from tools.names import check_names
from tools.pages import Page, compare, find_pages, stray_includes, unfenced_code
from tools.program import OUTPUT, PRODUCTS, HeaderError, Program, find_programs
from tools.run import EngineError, Job, Run, run_jobs
from tools.store import Store, key_of


@dataclass
class Report:
    """What a check found: the run of each program, why some were not run, and all failures."""

    runs: dict[Program, Run] = field(default_factory=dict)
    not_run: dict[Program, list[str]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def of(self, program: Program) -> list[Failure]:
        """The failures that name this program."""
        return [failure for failure in self.failures if _names(failure, str(program))]

    def elsewhere(self) -> list[Failure]:
        """The failures that name no program: faults of a page, a name, a left-over file."""
        programs = [str(program) for program in [*self.runs, *self.not_run]]
        return [
            failure
            for failure in self.failures
            if not any(_names(failure, program) for program in programs)
        ]


def _names(failure: Failure, file: str) -> bool:
    return any(place.startswith(f"{file}:") for place in failure.places)


def check(root: Path, told: Callable[[str], None] = lambda line: None) -> Report:
    """Check the project at `root`. `told` receives a line for each program that is run."""
    report = Report()
    try:
        pages = find_pages(root)
        store = Store(root)
        programs = find_programs(root)
        report.runs = _run_all(programs, report, store, told)
        report.failures += page_failures(pages, report.runs)
        report.failures += tree_failures(root, pages, programs, report.runs)
        report.failures += marker_failures(root, pages)
        report.failures += ledger_failures(root, report.runs)
        labs = find_labs(programs)
        report.failures += lab_failures(labs, report.runs)
        report.failures += check_names([*pages, *labs], store)
    except Failure as failure:
        report.failures.append(failure)
    except EngineError as error:
        report.failures.append(Failure((at("tools/warm.py"),), str(error)))
    report.failures = sorted(set(report.failures))
    return report


def _run_all(
    programs: list[Program], report: Report, store: Store, told: Callable
) -> dict[Program, Run]:
    """The run of each program that can be run here: a kept one, or a new one."""
    runs: dict[Program, Run] = {}
    waiting: dict[Job, Program] = {}
    for program in programs:
        try:
            lacks = program.missing()
        except HeaderError as error:
            report.failures.append(Failure((at(program),), f"{program}: {error}"))
            continue
        if lacks:
            report.not_run[program] = lacks
            report.failures += _not_run_failure(program, lacks)
        elif kept := store.get(f"{program.page}/{program.name}", key_of(program)):
            runs[program] = kept
        else:
            waiting[Job.of(program)] = program
    for job, run in run_jobs(list(waiting)):
        program = waiting[job]
        told(f"{program} {run.fault or 'ran'} ({run.seconds:.1f} s)")
        runs[program] = run
        if not run.fault:
            store.put(f"{program.page}/{program.name}", key_of(program), run)
    return dict(sorted(runs.items()))


def _not_run_failure(program: Program, lacks: list[str]) -> list[Failure]:
    """A program that was not run is a failure in CI, where everything is installed."""
    if not os.environ.get("CI"):
        return []
    return [
        Failure(
            (at(program),),
            f"{program} was not run, and in CI it must be: it needs {', '.join(lacks)}",
        )
    ]


def page_failures(pages: list[Page], runs: dict[Program, Run]) -> Iterator[Failure]:
    """What is wrong on the pages, given the runs of their programs."""
    for page in pages:
        for example in page.examples(runs):
            try:
                example.evaluate()
            except Failure as failure:
                yield failure
        yield from stray_includes(page)
        yield from unfenced_code(page)


def tree_failures(
    root: Path, pages: list[Page], programs: list[Program], runs: dict[Program, Run]
) -> Iterator[Failure]:
    """What is wrong between the files of `examples/` and the pages."""
    shown = {program for page in pages for program in page.programs}
    for program in programs:
        if program not in shown and not program.is_lab:
            what = f"{program} is on no page: show it in docs/{program.page}.md, or remove it"
            yield Failure((at(program),), what)
        for suffix in _pictures(program, runs):
            try:
                compare(program, suffix, runs[program])
            except Failure as failure:
                yield failure
    for path in sorted((root / "examples").rglob("*")):
        if path.suffix in PRODUCTS and not path.with_suffix(".py").exists():
            name = path.relative_to(root).as_posix()
            yield Failure((at(name),), f"{name} belongs to no program: remove it")


def _pictures(program: Program, runs: dict[Program, Run]) -> list[str]:
    """Suffixes of what a program writes, or once wrote, beside what it prints."""
    run = runs.get(program)
    if not run or run.fault:
        return []
    suffixes = [suffix for suffix in PRODUCTS if suffix != OUTPUT]
    return [
        suffix for suffix in suffixes if suffix in run.products or program.product(suffix).exists()
    ]


def main() -> None:
    """Check the project in the current folder and list what fails; exit with 1 if anything does."""
    report = check(Path.cwd(), told=print)
    for program, lacks in report.not_run.items():
        print(f"{program} was not run: it needs {', '.join(lacks)}")
    print("\n".join(str(failure) for failure in report.failures))
    counts = f"{len(report.runs)} programs ran, {len(report.not_run)} not run"
    print(f"{counts}, {len(report.failures)} failures")
    sys.exit(bool(report.failures))


if __name__ == "__main__":
    main()
