"""The benchmark: how fast the check is, as ratios of two things measured in turn in one sitting.

    make bench              all, with a report in tools/bench.md; takes about half an hour
    make bench ONLY=serve   one of: site, twelve, growth, build, serve

Machines differ and are noisy, so no figure here is a test.
"""

import os
import platform
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tools.config import read_config

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "tools/bench.md"
ROUNDS = 2
"""Pairs of the whole site, which takes minutes."""

BEFORE = "96242a2"
"""The commit with the runner that this one replaced."""

TWELVE = (
    *("dense_by_hand", "dense_by_keras", "loss_by_hand", "loss_by_keras", "metric_by_hand"),
    *("metric_by_keras", "optimizer_by_hand", "optimizer_by_keras", "training_by_hand"),
    *("training_by_keras", "input_comes_first", "input_shape_warns"),
)
"""Programs of the page why-keras that can run one after the other in one process."""

IN_ONE_PROCESS = """
import contextlib, io, pathlib, sys
import tensorflow, keras

for name in sys.argv[1:]:
    path = pathlib.Path(name)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(path.read_text(), name, "exec"), {"__name__": "__main__"})
    if printed.getvalue() != path.with_suffix(".out").read_text():
        print(name, "differs", file=sys.stderr)
"""


@dataclass(frozen=True)
class Figure:
    """What was compared, the ratio of each pair, the seconds behind it, and the ratio to reach."""

    what: str
    ratios: list[float]
    seconds: str
    reach: str

    def row(self) -> str:
        middle = statistics.median(self.ratios)
        spread = f"{min(self.ratios):.2f} to {max(self.ratios):.2f}"
        return f"| {self.what} | {middle:.2f} | {spread} | {self.seconds} | {self.reach} |"


def timed(command: list[str], folder: Path = ROOT) -> float:
    """Seconds of wall time of a command. Raises `CalledProcessError`, with what it said."""
    variables = read_config(ROOT).set | {"NO_MKDOCS_2_WARNING": "1"}
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | variables
    began = time.monotonic()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.monotonic() - began


def check(project: Path, tools: Path = ROOT) -> list[str]:
    """The command that checks a project with the tools of a checkout."""
    code = f"import sys; sys.path.insert(0, {str(tools)!r}); sys.argv = ['check', {str(project)!r}]"
    run = "import runpy; runpy.run_module('tools.check', run_name='__main__')"
    return [sys.executable, "-c", f"{code}; {run}"]


def pairs(
    one: Callable[[], float], other: Callable[[], float], rounds: int
) -> list[tuple[float, float]]:
    """Measure two things in turn; the first pair, which warms the machine up, is dropped."""
    return [(one(), other()) for _ in range(rounds + 1)][1:]


def figure(what: str, measured: list[tuple[float, float]], reach: str) -> Figure:
    """The figure of pairs (before, now)."""
    before, now = (statistics.median(column) for column in zip(*measured, strict=True))
    seconds = f"{now:.2f} s against {before:.2f} s"
    return Figure(what, [now / before for before, now in measured], seconds, reach)


def without(folder: Path, *names: str) -> Path:
    """A folder without what was kept in it."""
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)
    return folder


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield Path(folder)


# What is measured ------------------------------------------------------------------


def site() -> Iterator[Figure]:
    """The programs of the whole site, cold: with the tools of before, and with those of now."""
    with scratch() as folder:
        before, same = folder / "before", folder / "same"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", "-q", str(before), BEFORE], check=True)
        try:
            for name in ("docs", "examples"):
                shutil.copytree(before / name, same / name)
            settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
            later = r"(?ms)^\[tool\.check\.(ledger|statements).*?(?=^\[(?!tool\.check\.\1)|\Z)"
            (same / "pyproject.toml").write_text(re.sub(later, "", settings), encoding="utf-8")
            shutil.copy(ROOT / "examples/seconds.csv", same / "examples/seconds.csv")

            def cold(project: Path, tools: Path) -> tuple[float, float]:
                """Seconds of wall time, and of the cores."""
                command = check(without(project, ".cache", ".check"), tools)
                began, used = time.monotonic(), _used()
                subprocess.run(command, cwd=project, capture_output=True)
                return time.monotonic() - began, _used() - used

            found = [(cold(before, before), cold(same, ROOT)) for _ in range(ROUNDS)]
        finally:
            subprocess.run([*git, "remove", "--force", str(before)], check=True)
        what = f"cold check of the site of {BEFORE}, against its own tools"
        yield figure(what, [(base, ours) for (base, _), (ours, _) in found], "0.65")
        what = "the cores' time that it uses, against what the old tools use"
        yield figure(what, [(base, ours) for (_, base), (_, ours) in found], "")
        cores = len(os.sched_getaffinity(0))
        shares = [used / wall / cores for _, (wall, used) in found]
        what = "the cores' time that it uses, of all there is"
        yield Figure(what, shares, f"{cores} cores", "1")


def _used() -> float:
    """Seconds of the cores that the ended commands have used, with all that they started."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def twelve() -> Iterator[Figure]:
    """Twelve programs, each in a process of its own, against one process that runs them all."""
    with scratch() as folder:
        shutil.copy(ROOT / "pyproject.toml", folder)
        page = []
        for name in TWELVE:
            for suffix in (".py", ".out"):
                (folder / "examples/a").mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / f"examples/why-keras/{name}{suffix}", folder / "examples/a")
            page.append(
                f'```python\n--8<-- "a/{name}.py"\n```\n```output\n--8<-- "a/{name}.out"\n```\n'
            )
        _settings_of_programs(folder / "pyproject.toml")
        (folder / "docs").mkdir()
        (folder / "docs/a.md").write_text("\n".join(page))
        programs = [str(folder / f"examples/a/{name}.py") for name in TWELVE]
        measured = pairs(
            lambda: timed([sys.executable, "-c", IN_ONE_PROCESS, *programs], folder),
            lambda: timed(check(without(folder, ".check"))),
            6,
        )
        yield figure("twelve programs, against one process that runs all", measured, "0.68")


def _settings_of_programs(file: Path) -> None:
    """Leave of the settings those that programs run with, since there is no ledger and no lab."""
    text = file.read_text(encoding="utf-8")
    text = text[text.index("[tool.check]") :].split("[tool.check.versions]")[0]
    file.write_text(text, encoding="utf-8")


def growth() -> Iterator[Figure]:
    """2,000 trivial programs against 500: nothing changed, and cold for each program."""
    with scratch() as folder:
        few, many = _trivial(folder / "few", 500), _trivial(folder / "many", 2000)
        cold = [
            (
                timed(check(without(few, ".check"))) / 500,
                timed(check(without(many, ".check"))) / 2000,
            )
            for _ in range(3)
        ]
        warm = pairs(lambda: timed(check(few)), lambda: timed(check(many)), 5)
        yield figure("2,000 trivial programs, nothing changed, against 500", warm, "4.4, under 4 s")
        each = [(before * 1000, now * 1000) for before, now in cold]
        found = figure("the same cold, seconds for each program", each, "1.1")
        yield Figure(found.what, found.ratios, found.seconds.replace(" s", " ms"), found.reach)


def _trivial(folder: Path, count: int) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "pyproject.toml").write_text('[tool.check]\nlines = [1, 9]\npreload = ["numpy"]\n')
    for number in range(count):
        page, name = f"page{number // 50}", f"program{number % 50}"
        (folder / f"examples/{page}").mkdir(parents=True, exist_ok=True)
        (folder / f"examples/{page}/{name}.py").write_text(f"print({number})\n")
        (folder / f"examples/{page}/{name}.out").write_text(f"{number}\n")
        with (folder / f"docs/{page}.md").open("a") as file:
            file.write(f'# {name}\n\nSome text.\n\n```python\n--8<-- "{page}/{name}.py"\n```\n\n')
            file.write(f'```output\n--8<-- "{page}/{name}.out"\n```\n\n')
    return folder


def build() -> Iterator[Figure]:
    """A build in which nothing has changed, against one of the same pages without the check."""
    with scratch() as folder:
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q"]
        ours = [*mkdocs, "--site-dir", str(folder / "checked")]
        timed(ours)
        for name in ("docs", "examples", "overrides"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copytree(
            folder / "checked/labs", folder / "docs/labs", ignore=lambda _, names: _not(names)
        )
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        plain = re.sub(r"(?m)^(hooks|watch): .*\n", "", settings).replace(
            "cache: false", "cache: true"
        )
        (folder / "mkdocs.yml").write_text(plain, encoding="utf-8")
        measured = pairs(lambda: timed(mkdocs, folder), lambda: timed(ours), 8)
        yield figure("build with nothing changed, against one without the check", measured, "1.3")


def _not(names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".ipynb")]


def serve() -> Iterator[Figure]:
    """Seconds from saving a program to its verdict under `mkdocs serve`, less its own time."""
    timed(check(ROOT))
    with scratch() as folder:
        for name in ("docs", "examples", "tools", "overrides", ".check"):
            shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
        for name in ("mkdocs.yml", "pyproject.toml", "requirements.lock"):
            shutil.copy(ROOT / name, folder)
        log, port = folder / "serve.log", "127.0.0.1:8642"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", port]
        served = subprocess.Popen(
            command, cwd=folder, stdout=log.open("w"), stderr=subprocess.STDOUT
        )
        try:
            _wait_for(log, "Serving on", 1)
            time.sleep(10)
            beyond = [_edit(folder, log, number) for number in range(1, 7)]
        finally:
            served.send_signal(signal.SIGINT)
            served.wait()
        middle = f"{statistics.median(page for _, page in beyond):.2f} s to the page"
        what = "seconds to the verdict after an edit under serve, less the program's own"
        yield Figure(what, [verdict for verdict, _ in beyond], middle, "0.5")


def _edit(folder: Path, log: Path, number: int) -> tuple[float, float]:
    """Save a program; seconds to its verdict less its own, and seconds to its page."""
    program = folder / "examples/why-keras/loss_by_hand.py"
    time.sleep(2)
    began = time.monotonic()
    program.write_text(f"{program.read_text()}# {number}\n")
    verdict = r"loss_by_hand\.py ran \(([\d.]+) s\)"
    own = float(_wait_for(log, verdict, number))
    seen = time.monotonic() - began
    _wait_for(log, "Reloading browsers", number)
    return seen - own, time.monotonic() - began


def _wait_for(log: Path, pattern: str, count: int) -> str:
    """Wait until the log holds a pattern so many times; what its group found last."""
    for _ in range(12_000):
        found = re.findall(pattern, log.read_text())
        if len(found) >= count:
            return str(found[-1])
        time.sleep(0.005)
    raise TimeoutError(f"{pattern} is not in {log.read_text()}")


PARTS = (site, twelve, growth, build, serve)

HEAD = """# How fast the check is

Written by `make bench`: ratios of two things measured in turn in one sitting, the median and the
spread of all pairs. A smaller ratio is faster.
"""


def main(only: str = "") -> None:
    """Measure all, or one part; each writes its section of the report."""
    chosen = [part for part in PARTS if only in ("", part.__name__)]
    if not chosen:
        sys.exit(f"there is no {only}: name one of {', '.join(part.__name__ for part in PARTS)}")
    for part in chosen:
        rows = []
        for found in part():
            rows.append(found.row())
            print(rows[-1], flush=True)
        _write(part.__name__, part.__doc__ or "", rows)


def _write(name: str, what: str, rows: list[str]) -> None:
    """Put the section of a part in the place of its older self, in the order of the parts."""
    sections = dict(re.findall(r"(?ms)^## (\w+)\n(.*?)(?=^## |\Z)", _read(str(REPORT))))
    table = ["| what | ratio | spread | medians | to reach |", "| --- | --- | --- | --- | --- |"]
    lines = ["", what, "", *table, *rows, "", _machine(), ""]
    sections[name] = "\n".join(lines) + "\n"
    order = [part.__name__ for part in PARTS if part.__name__ in sections]
    text = HEAD + "".join(f"\n## {each}\n{sections[each].rstrip()}\n" for each in order)
    REPORT.write_text(text, encoding="utf-8")


def _machine() -> str:
    """When, and on what, a part was measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("tensorflow", "keras", "mkdocs"))
    processor = re.search(r"model name\s*: (.*)", _read("/proc/cpuinfo"))
    cores = f"{os.cpu_count()} cores of {processor[1] if processor else platform.processor()}"
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{datetime.now(UTC).date()}, {cores}, {system}, {packages}."


def _read(file: str) -> str:
    path = Path(file)
    return path.read_text() if path.exists() else ""


if __name__ == "__main__":
    main(*sys.argv[1:2])
