"""Inside the process of one program: run it as `python program.py` would, and tell how it ended.

A job's folder holds `work/` (the empty folder that the program starts in), `home/` and `tmp/`, and
receives `stdout`, `stderr`, `notes` and `end.json`. Run with no library in sight: the standard
library only.
"""

import atexit
import contextlib
import ctypes
import faulthandler
import io
import json
import os
import runpy
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

from tools.runner import cells, sandbox
from tools.runner.messages import Order, Start, Told

INHERITED = str(Path(__file__).with_name("inherited"))
"""The folder on the `PYTHONPATH` of what a program starts, so that it is watched, too."""


class LineKeeper(io.TextIOWrapper):
    """A stdout that remembers, for each line of output, the line of the program that wrote it."""

    def __init__(self, descriptor: int, program: str) -> None:
        raw = io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False))
        super().__init__(raw, encoding="utf-8")
        self.program = program
        self.written_by: list[int] = []

    def write(self, text: str) -> int:
        if "\n" in text:
            self.written_by += [self._line()] * text.count("\n")
        return super().write(text)

    def _line(self) -> int:
        frame: FrameType | None = sys._getframe(2)
        while frame and frame.f_code.co_filename != self.program:
            frame = frame.f_back
        return frame.f_lineno if frame else 1


def run_job(order: Order, start: Start) -> None:
    """Run a program in this process, which ends with it: this function never returns."""
    here, program = Path(order.folder), order.path
    _redirect(here)
    os.chdir(here / "work")
    watch = (order.folder, start.readable, program, start.bounds.processes)
    os.environ.pop("GLIBC_TUNABLES", None)  # that was for the parent
    os.environ |= {
        "HOME": f"{here}/home",
        "TMPDIR": f"{here}/tmp",
        "PYTHONPATH": INHERITED,
        "CHECK_WATCH": json.dumps(watch),
    }
    tempfile.tempdir = None  # found again, in the folder above
    sys.dont_write_bytecode = True
    sys.argv = [program, *order.arguments]
    sys.path[0] = os.path.dirname(program)
    sys.stdout = kept = LineKeeper(1, program)
    faulthandler.enable(file=2)
    sandbox.end_with_parent()
    sandbox.adopt_orphans()
    sandbox.limit_files(start.bounds.files)
    if "landlock" in start.protect:
        sandbox.close_files(order.folder)
    sandbox.Watch(*watch).start()
    told = Told()
    try:
        told.cells = _run(program)
    except SystemExit as stop:
        told.code, told.line = _exit_code(stop), _line_of(stop, program)
    except BaseException as error:
        told.code, told.error, told.line = 1, type(error).__name__, _line_of(error, program)
        _print_traceback(error, program)
    _finish(kept)
    _leave(told, kept, here)  # not measured: atexit has been


def _leave(told: Told, kept: LineKeeper, here: Path) -> None:  # not measured: atexit has been
    """Say how the program ended, and end this process at once: taking a library down in order costs
    more than many programs do."""
    told.written_by = kept.written_by
    (here / "end.json").write_text(told.dump())
    os._exit(told.code)


def _run(program: str) -> list[dict[str, Any]]:
    """Run the program; of a lab, return what there is to tell of its cells."""
    if Path(program).read_bytes().startswith(cells.MARKER.encode()):
        return cells.run_cells(program)
    runpy.run_path(program, run_name="__main__")
    return []


def _finish(stdout: LineKeeper) -> None:
    """What Python does at its end, in its order; a program may have closed or replaced a stream."""
    steps = (
        threading._shutdown,  # type: ignore[attr-defined]  # private, so it has no type
        atexit._run_exitfuncs,
        lambda: sys.stdout.flush(),
        stdout.flush,
        lambda: sys.stderr.flush(),
        lambda: ctypes.CDLL(None).fflush(None),  # what C has printed and not yet written
    )
    for step in steps:  # not measured: atexit, the second, ends that
        with contextlib.suppress(Exception):
            step()


def _redirect(folder: Path) -> None:
    """Put the process into a session of its own, so that all it starts can be ended with it, and
    its three streams onto files: what C++ prints arrives there too."""
    os.setsid()
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    opened = [
        os.open(os.devnull, os.O_RDONLY),
        os.open(folder / "stdout", flags, 0o644),
        os.open(folder / "stderr", flags, 0o644),
    ]
    for descriptor, source in enumerate(opened):
        os.dup2(source, descriptor)
        os.close(source)
    raw = io.BufferedWriter(io.FileIO(2, "w", closefd=False))
    sys.stderr = io.TextIOWrapper(raw, "utf-8", "backslashreplace", line_buffering=True)


def _exit_code(stop: SystemExit) -> int:
    if stop.code is None or isinstance(stop.code, int):
        return (stop.code or 0) & 0xFF
    print(stop.code, file=sys.stderr)
    return 1


def _print_traceback(error: BaseException, program: str) -> None:
    """Print what Python prints for an uncaught exception, from the program's first line on."""
    trace = error.__traceback__
    while trace and trace.tb_frame.f_code.co_filename != program:
        trace = trace.tb_next
    with contextlib.suppress(Exception):  # the program may have closed stderr
        traceback.print_exception(type(error), error, trace)


def _line_of(error: BaseException, program: str) -> int:
    """The innermost line of the program that the error passed through; 0 when there is none."""
    if isinstance(error, SyntaxError) and error.filename == program:
        return error.lineno or 1
    steps = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in steps if frame.f_code.co_filename == program]
    return lines[-1] if lines else 0


def main() -> None:
    """Run the job that the arguments describe, in an interpreter of its own."""
    run_job(Order.load(sys.argv[1]), Start.load(sys.argv[2]))
