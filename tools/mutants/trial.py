"""A trial: a changed program runs in a copy of its surroundings, and its output is compared."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.durations import Durations
from tools.failure import Failure
from tools.mutants.changes import Change
from tools.pages.compare import compare
from tools.project import Project
from tools.runner.program import PRODUCTS, Program
from tools.runner.run import Run
from tools.runner.runner import Job, Runner
from tools.runner.settings import needs_of

SECONDS, TIMES = 20.0, 4
"""A changed program that runs longer, and so many times as long as is recorded, is noticed."""

SAME = Change(0, "", "", "same")
"""No change at all: when it is noticed, trials say nothing."""


@dataclass(frozen=True, order=True)
class Trial:
    """A program with a change, and the program that is run then: the same one, or one that reads
    it."""

    program: Program
    change: Change
    run: Program


def try_all(project: Project, trials: Iterable[Trial]) -> Iterator[tuple[Trial, str]]:
    """Each trial, in the order in which they end, with what is noticed; empty if nothing is."""
    durations = Durations(project)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        trees = Path(folder).resolve()
        jobs: dict[Job, Trial] = {}
        for number, trial in enumerate(trials):
            tree = trees / str(number) / project.folder.name
            text = trial.change.apply(trial.program.source)
            path = _plant(tree, trial, text)
            usual = durations.of(trial.run)
            limit = limit_of(trial.run.seconds(project.config.limits.seconds), usual)
            needs = needs_of(path.read_text(encoding="utf-8"))
            jobs[Job(path, (), needs, limit, usual)] = trial
        with Runner(project.config, trees) as runner:
            for job, run in runner.run(list(jobs)):
                yield jobs[job], _difference(jobs[job].run, run)


def limit_of(most: float, usual: float) -> float:
    """How long a changed program may run that usually takes so long, and never longer than `most`:
    one of two minutes is not noticed for being slow."""
    return min(most, max(SECONDS, TIMES * usual))


def _plant(folder: Path, trial: Trial, text: str) -> Path:
    """Write a changed program into a folder of programs of its own, where all other files are
    links; the path of the program to run. That is a file, too: a link would lead it out."""
    path = folder / f"{trial.program.key}.py"
    path.parent.mkdir(parents=True)
    original = trial.program.path
    while original != trial.program.folder:
        for beside in original.parent.iterdir():
            if beside != original:
                (folder / beside.relative_to(trial.program.folder)).symlink_to(beside)
        original = original.parent
    path.write_text(text, encoding="utf-8")
    if trial.run != trial.program:
        path = folder / f"{trial.run.key}.py"
        path.unlink()
        path.write_text(trial.run.source, encoding="utf-8")
    return path


def _difference(program: Program, run: Run) -> str:
    """Why a run failed, or how what it left differs from what is kept of the program."""
    if run.fault:
        return f"{run.fault}\n{run.stderr}"
    try:
        for suffix in PRODUCTS:
            if suffix in run.products or program.product(suffix).exists():
                compare(program, suffix, run)
    except Failure as failure:
        return str(failure)
    return ""
