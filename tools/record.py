"""Record: run programs and keep what they write beside them, and statements beside their evidence.

`python -m tools.record` records all programs, `python -m tools.record why-keras/dense_by_hand` one,
`python -m tools.record why-keras` those of a page, with its statements. Each program is run twice:
what differs between two runs cannot be compared with a third.
"""

import sys
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from tools.durations import Durations
from tools.failure import Failure
from tools.project import Project
from tools.runner.program import PRODUCTS, HeaderError, Program
from tools.runner.run import Run
from tools.runner.runner import Job, Runner, RunnerError
from tools.runner.settings import needs_of
from tools.runner.store import Store, replace_file


class Refusal(Exception):
    """Why a program is not recorded."""


def record(project: Project, only: str = "") -> Iterator[str]:
    """Record the programs and the statements that `only` names, all when it is empty.

    Yields a line for each file that has changed. Raises `Refusal`, with all reasons, after
    recording what can be.
    """
    programs = [program for program in project.programs if _is_named(program, only)]
    if not programs and not (only and _is_page(project, only)):
        raise Refusal(f"nothing is called {only!r}: name a program as <page>/<name>, or a <page>")
    refusals: list[str] = []
    yield from _record_programs(project, programs, refusals, asked=bool(only))
    yield from _record_notebooks(project, programs)
    if project.config.statements:
        changed, lost = _record_pairs(project, only)
        refusals += map(str, lost)
        if changed:
            yield f"{project.config.statements.pairs} recorded: read each pair in its difference"
    if refusals:
        raise Refusal("\n".join(refusals))


def record_anew(project: Project, programs: list[Program]) -> Iterator[str]:
    """Record these programs, and all statements beside what is recorded then; and all notebooks,
    which name versions of the lock.

    Yields and raises as `record` does; a statement that has lost its proof keeps its old pair.
    """
    refusals: list[str] = []
    yield from _record_programs(project, programs, refusals, asked=False)
    yield from _record_notebooks(project, project.programs)
    if project.config.statements and _record_pairs(project, "")[0]:
        yield f"{project.config.statements.pairs} recorded: read each pair in its difference"
    if refusals:
        raise Refusal("\n".join(refusals))


def _record_programs(
    project: Project, programs: list[Program], refusals: list[str], asked: bool
) -> Iterator[str]:
    seconds = {}
    store = Store(project.root, project.config)
    for program, runs in _run_twice(project, programs).items():
        try:
            _must_be_sound(program, runs)
        except (Refusal, HeaderError) as refusal:
            refusals.append(f"{program} is not recorded: it {refusal}")
            continue
        store.keep(program, runs[0])
        seconds[program] = min(run.seconds for run in runs)
        measured = _measured(project, program, runs[0])
        for path in _write(program, runs[0].products | measured, measured, asked):
            yield f"{path.relative_to(project.root)} recorded"
    if Durations(project).record(seconds):
        yield f"{Durations(project).path.relative_to(project.root)} recorded"


def _record_notebooks(project: Project, programs: list[Program]) -> Iterator[str]:
    from tools.labs.colab import Notebooks

    notebooks = Notebooks(project)
    for path in notebooks.record([lab for lab in notebooks.labs if lab.program in programs]):
        yield f"{path.relative_to(project.root)} recorded"


def _record_pairs(project: Project, only: str) -> tuple[bool, list[Failure]]:
    """Write each statement beside its evidence; whether that changed the file, and what is lost."""
    from tools.labs.lab import find_labs
    from tools.ledger.ledger import Ledger
    from tools.pages.page import Page
    from tools.statements.evidence import Evidence
    from tools.statements.pairs import record_pairs

    project = Project.read(project.root)  # with what has just been recorded
    ledger = Ledger.read(project) if project.config.ledger else None
    pages = [Page(project, path, lambda example: None) for path in project.pages]
    evidence = Evidence.of_runs(project, ledger, {})
    return record_pairs(project, [*pages, *find_labs(project)], evidence, only)


def _is_page(project: Project, name: str) -> bool:
    return (project.root / project.config.pages / f"{name}.md").exists()


def _is_named(program: Program, only: str) -> bool:
    return only in ("", program.page, program.key, str(program))


def _run_twice(project: Project, programs: list[Program]) -> dict[Program, list[Run]]:
    """Two runs of each program; none of those that lack something on this machine."""
    runs: dict[Program, list[Run]] = {program: [] for program in programs}
    usual, durations = project.config.limits.seconds, Durations(project)
    jobs = {}
    for program in programs:
        try:
            if not program.missing():
                needs, limit = needs_of(program.source), program.seconds(usual)
                jobs[Job(program.path, (), needs, limit, durations.of(program))] = program
        except HeaderError:
            pass  # it is refused below
    with Runner(project.config, project.folder) as runner:
        for job, run in runner.run([*jobs, *jobs]):
            runs[jobs[job]].append(run)
    return runs


def _must_be_sound(program: Program, runs: list[Run]) -> None:
    if not runs:
        raise Refusal(f"needs {', '.join(program.missing())}")
    for run in runs:
        if run.fault:
            raise Refusal(f"{run.fault} in line {run.line}\n{run.stderr}")
        if not run.output:
            raise Refusal("prints nothing")
    for suffix in program.compared:
        if runs[0].products.get(suffix) != runs[1].products.get(suffix):
            raise Refusal(f"writes two different texts in two runs ({suffix})")


def _measured(project: Project, program: Program, run: Run) -> dict[str, str]:
    """The figure of measured values that a lab has drawn."""
    from tools.labs.lab import FIGURE, Lab

    found = Lab(program).measured(run) if project.is_lab(program) else []
    return {FIGURE: found[0][1][0]} if found and found[0][1] else {}


def _write(
    program: Program, products: Mapping[str, str], measured: Container[str], asked: bool
) -> Iterator[Path]:
    """Write what has changed. What is never compared is written when it is missing or asked for."""
    compared = {suffix for suffix in program.compared if suffix not in measured}
    for suffix in PRODUCTS:
        kept = program.product(suffix)
        before = kept.read_text(encoding="utf-8") if kept.exists() else None
        now = products.get(suffix)
        if now == before or (before is not None and suffix not in compared and not asked):
            continue
        if now is None:
            kept.unlink()
        else:
            replace_file(kept, now.encode())
        yield kept


def main(only: str = "") -> None:
    """Record in the current folder; exit with the refusals, if there are any."""
    try:
        for line in record(Project.read(Path.cwd()), only):
            print(line)
    except (Failure, Refusal, RunnerError, OSError) as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main(*sys.argv[1:2])
