"""Run programs where our runner cannot, on macOS and Windows: each in an interpreter of its own.

python -m tools.portable                             all programs
python -m tools.portable why-keras                   those of a page
python -m tools.portable why-keras/dense_by_hand     one

What a program prints is compared with what is kept beside it, as a reader does it who has no tool
of ours; pages are not looked at, and what it draws is not compared. Programs that are known to
differ on a platform stand in `pyproject.toml`, under `[tool.check.platforms]`, with the reason.
"""

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import psutil

from tools.annotations import annotate
from tools.durations import Durations
from tools.failure import Failure, at, counted
from tools.pages.compare import compare
from tools.project import Project
from tools.runner.program import OUTPUT, HeaderError, Program
from tools.runner.run import Run
from tools.runner.settings import environment

PATIENCE = 5
"""How much longer a program may take than under the runner: here each one imports TensorFlow, on a
machine that may be slow."""

KNOWN = "tool.check.platforms"


@dataclass(frozen=True)
class Outcome:
    """What became of a program: a failure, or what it lacks on this machine, or nothing."""

    program: Program
    seconds: float = 0.0
    lacks: tuple[str, ...] = ()
    failure: Failure | None = None


def outcomes(project: Project, programs: Sequence[Program]) -> Iterator[Outcome]:
    """Run programs, as many at a time as there are processors, the longest first."""
    seconds = Durations(project)
    longest_first = sorted(programs, key=lambda program: -seconds.of(program))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        running = [pool.submit(outcome, project, program) for program in longest_first]
        try:
            for future in as_completed(running):
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def outcome(project: Project, program: Program) -> Outcome:
    """Run one program, and compare what it prints."""
    began = time.monotonic()
    try:
        if lacks := program.missing():
            return Outcome(program, lacks=tuple(lacks))
        run = _run(project, program, PATIENCE * program.seconds(project.config.limits.seconds))
        if run.fault:
            raise Failure((at(program, run.line),), f"{program} {run.fault}", run.stderr)
        compare(program, OUTPUT, run)
    except HeaderError as error:
        return Outcome(program, failure=Failure((at(program),), f"{program}: {error}"))
    except Failure as failure:
        return Outcome(program, time.monotonic() - began, failure=failure)
    return Outcome(program, time.monotonic() - began)


def _run(project: Project, program: Program, limit: float) -> Run:
    """Run a program in an empty folder, with an empty home."""
    with tempfile.TemporaryDirectory(prefix="program-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        for name in ("work", "home", "tmp"):
            (here / name).mkdir()
        out, err = here / "stdout", here / "stderr"
        with open(out, "wb") as stdout, open(err, "wb") as stderr:
            process = subprocess.Popen(
                [sys.executable, str(program.path)],
                cwd=here / "work",
                env=_environment(project, here),
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
            )
            try:
                code = process.wait(limit)
                fault = f"exited with {code}" if code else ""
            except subprocess.TimeoutExpired:
                fault = f"did not end within {limit:g} s"
            finally:
                if process.poll() is None:
                    end(process)
        told = err.read_text("utf-8", "backslashreplace")
        printed = out.read_text("utf-8", "backslashreplace")  # with \n for what Windows writes
        return Run(fault, _line(told, program), told, products={OUTPUT: printed})


def _environment(project: Project, here: Path) -> dict[str, str]:
    """What the runner sets, under the names that Windows has for it as well. There, what goes to a
    file would be in the code page of the machine; UTF-8 it is everywhere else."""
    config, home, tmp = project.config, str(here / "home"), str(here / "tmp")
    ours = environment(os.environ, config.clear, config.set, home)
    own = {"PYTHONUTF8": "1", "USERPROFILE": home, "TMPDIR": tmp, "TEMP": tmp, "TMP": tmp}
    return ours | own


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process, and all that it started."""
    with contextlib.suppress(psutil.NoSuchProcess):
        started = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        for each in started:
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
    process.wait()


def _line(stderr: str, program: Program) -> int:
    """The innermost line of the program in the last traceback."""
    found = re.findall(rf'File "{re.escape(str(program.path))}", line (\d+)', stderr)
    return int(found[-1]) if found else 1


class Verdicts:
    """What to say of the outcomes on this platform, and which are failures."""

    def __init__(self, project: Project, in_ci: bool) -> None:
        self.project = project
        self.in_ci = in_ci
        self.known = project.config.platforms.get(sys.platform, {})
        self.failures = list(self._unknown())

    def judge(self, outcome: Outcome) -> str:
        """A line for the outcome; its failure is kept."""
        program, key = outcome.program, outcome.program.key
        lacks = ", ".join(outcome.lacks)
        if key in self.known:
            if outcome.failure or lacks:
                return f"{program} is known to differ here: {self.known[key]}"
            what = f"{program} prints here what is kept: take it from [{KNOWN}.{sys.platform}]"
            self.failures.append(Failure((self._place(key), at(program)), what))
            return f"{program} is not known to differ here any more"
        if lacks and self.in_ci:
            what = f"{program} was not run, and in CI it must be: it needs {lacks}"
            self.failures.append(Failure((at(program),), what))
        if lacks:
            return f"{program} was not run: it needs {lacks}"
        if outcome.failure:
            self.failures.append(outcome.failure)
            return f"{program} FAILED ({outcome.seconds:.1f} s)"
        return f"{program} ran ({outcome.seconds:.1f} s)"

    def _unknown(self) -> Iterator[Failure]:
        """Names in the list that no program has."""
        names = {program.key for program in self.project.programs}
        for platform, known in self.project.config.platforms.items():
            for key in known.keys() - names:
                what = f"{KNOWN}.{platform}: there is no program {key}"
                yield Failure((self._place(key),), what)

    def _place(self, key: str) -> str:
        lines = (self.project.root / "pyproject.toml").read_text(encoding="utf-8").splitlines()
        found = (number for number, line in enumerate(lines, start=1) if f'"{key}"' in line)
        return at("pyproject.toml", next(found, 1))


def _named(project: Project, names: Sequence[str]) -> list[Program]:
    """The programs that are meant: all, or those of pages, or single ones. Raises `Failure`."""
    meant: list[Program] = []
    for given in names:
        name = given.replace("\\", "/")
        found = [each for each in project.programs if name in (each.page, each.key, str(each))]
        if not found:
            what = f"nothing is called {given!r}: name a program as <page>/<name>, or a <page>"
            raise Failure((at(project.config.programs),), what)
        meant += found
    return sorted(set(meant)) if names else project.programs


def main(names: Sequence[str], root: Path = Path()) -> None:
    """Run the named programs and list what fails; exit with 1 if anything does."""
    try:
        project = Project.read(root)
        programs = _named(project, names)
    except Failure as failure:
        sys.exit(str(failure))
    verdicts = Verdicts(project, bool(os.environ.get("CI")))
    for each in outcomes(project, programs):
        print(verdicts.judge(each), flush=True)
    failures = sorted(verdicts.failures)
    print("".join(f"\n{each}\n" for each in failures))
    ran = f"{counted(len(programs), 'program')} on {sys.platform}"
    print(f"{ran}, {counted(len(failures), 'failure')}")
    annotate(failures, project.root)
    sys.exit(bool(failures))


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # Windows has a code page, with fewer letters
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
