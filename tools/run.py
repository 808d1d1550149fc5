"""Run jobs, each in a process of its own, as many at once as there are cores."""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tools.program import OUTPUT, PRODUCTS, TIME_LIMIT, Program

_OWN_SETTINGS = (
    "KERAS_",
    "TF_",
    "XLA_",
    "JAX_",
    "CUDA_",
    "OMP_",
    "PYTHON",
    "COLUMNS",
    "LINES",
)
"""Beginnings of the environment variables that would change what a program prints."""


class EngineError(Exception):
    """No job could be run at all: a fault of the installation, not of a program."""


@dataclass(frozen=True)
class Job:
    """A Python file to run, with its arguments and its limit in seconds."""

    path: Path
    arguments: tuple[str, ...] = ()
    fresh: bool = False
    time_limit: float = TIME_LIMIT

    @classmethod
    def of(cls, program: Program) -> "Job":
        return cls(program.path, fresh=program.fresh, time_limit=program.time_limit)


@dataclass(frozen=True)
class Run:
    """How a job ended, and what it left.

    `fault` says why it failed, as the rest of a sentence ("raised ValueError"); empty when it
    exited 0. `line` is the line of the program where it failed, at least 1. `written_by` has, for
    each line of output, the line of the program that wrote it, where that is known. `products`
    maps suffixes to texts, `.out` among them; `seconds` is wall time; `at` the moment of the run;
    `cells` are those of a lab, as `tools.cells` tells of them.
    """

    fault: str = ""
    line: int = 1
    stderr: str = ""
    seconds: float = 0.0
    at: str = ""
    products: dict[str, str] = field(default_factory=dict)
    written_by: list[int] = field(default_factory=list)
    cells: list[dict] = field(default_factory=list)

    @property
    def output(self) -> str:
        return self.products[OUTPUT]


def run_jobs(jobs: Sequence[Job]) -> Iterator[tuple[Job, Run]]:
    """Run the jobs and yield each with its run as it ends, in the order of their ending.

    Raises `EngineError` when the process that runs them cannot work.
    """
    if not jobs:
        return
    with tempfile.TemporaryDirectory(prefix="programs-") as scratch:
        folders = [_folder_for(Path(scratch), number) for number in range(len(jobs))]
        orders = [
            {
                "number": number,
                "path": str(job.path.resolve()),
                "folder": str(folder),
                "arguments": list(job.arguments),
                "fresh": job.fresh,
                "time_limit": job.time_limit,
            }
            for number, (job, folder) in enumerate(zip(jobs, folders, strict=True))
        ]
        done = 0
        for ending in _warm_parent(orders, Path(scratch)):
            number = ending["number"]
            done += 1
            yield jobs[number], _collect(jobs[number], folders[number], ending)
        if done < len(jobs):
            raise EngineError("the process that runs the programs ended before they were done")


def _folder_for(scratch: Path, number: int) -> Path:
    folder = scratch / str(number)
    (folder / "work").mkdir(parents=True)
    return folder


def _warm_parent(orders: list[dict], scratch: Path) -> Iterator[dict]:
    """Start the warm parent, hand it the jobs, and yield what it tells of each."""
    with open(scratch / "parent.stderr", "w+") as stderr:
        parent = subprocess.Popen(
            [sys.executable, "-m", "tools.warm"],
            cwd=Path(__file__).parent.parent,
            env=environment(scratch),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
        try:
            with contextlib.suppress(BrokenPipeError):  # it has ended; its exit code says why
                parent.stdin.write(json.dumps(orders))
                parent.stdin.close()
            for line in parent.stdout:
                yield json.loads(line)
            if parent.wait():
                stderr.seek(0)
                raise EngineError(f"the programs cannot be run:\n{stderr.read().strip()}")
        finally:
            parent.terminate()
            parent.wait()
            parent.stdout.close()


def environment(scratch: Path) -> dict[str, str]:
    """The environment variables that programs run with: the caller's, less what would change
    their output, and no GPU, since a GPU's last digits differ."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OWN_SETTINGS)}
    return kept | {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "KERAS_HOME": str(scratch / "keras"),  # a keras.json in the home folder would be read
        "MPLBACKEND": "agg",
        "NO_COLOR": "1",
    }


def _collect(job: Job, folder: Path, ending: dict) -> Run:
    """Put together the run from what the job left in its folder."""
    stderr = re.sub(r"(?m)^Extension modules: .*\n?", "", _read(folder / "stderr"))
    ended = folder / "end.json"
    told = json.loads(ended.read_bytes()) if ended.exists() else {}
    fault = _fault(ending, told)
    products = {OUTPUT: _read(folder / "stdout")}
    for suffix in PRODUCTS[1:]:
        written = (folder / "work" / job.path.name).with_suffix(suffix)
        if written.exists():
            products[suffix] = _read(written)
    return Run(
        fault=fault,
        line=(told.get("line") or _line_in_dump(stderr, job.path)) if fault else 1,
        stderr=stderr,
        seconds=ending["seconds"],
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        products=products,
        written_by=told.get("written_by", []),
        cells=told.get("cells", []),
    )


def _fault(ending: dict, told: dict) -> str:
    if ending["stopped_for"]:
        return ending["stopped_for"]
    if told.get("error"):
        return f"raised {told['error']}"
    if ending["code"] < 0:
        return f"was killed by signal {-ending['code']}"
    if ending["code"]:
        return f"exited with {ending['code']}"
    return "" if told else "left without telling how it ended (os._exit?)"


def _line_in_dump(stderr: str, path: Path) -> int:
    """The program's innermost line in what faulthandler dumps, innermost first."""
    found = re.search(rf'File "{re.escape(str(path.resolve()))}", line (\d+)', stderr)
    return int(found[1]) if found else 1


def _read(path: Path) -> str:
    """A file's text as far as the first MiB; empty where there is none."""
    if not path.exists():
        return ""
    with open(path, "rb") as file:
        return file.read(2**20).decode("utf-8", errors="backslashreplace")
