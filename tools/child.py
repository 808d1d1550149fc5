"""Inside the process of one program: run it as `python program.py` would, and tell how it ended.

A job's folder holds `work/` (the empty folder that the program starts in) and receives `stdout`,
`stderr` and `end.json`. Run with no TensorFlow in sight: the standard library only.
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
import threading
import traceback
from pathlib import Path

from tools import cells


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
        frame = sys._getframe(2)
        while frame and frame.f_code.co_filename != self.program:
            frame = frame.f_back
        return frame.f_lineno if frame else 1


def run_job(folder: str, program: str, *arguments: str) -> None:
    """Run `program` in this process, which ends with it: this function never returns."""
    here = Path(folder)
    _redirect(here)
    os.chdir(here / "work")
    sys.argv = [program, *arguments]
    sys.path[0] = os.path.dirname(program)
    sys.stdout = LineKeeper(1, program)
    faulthandler.enable(file=2)
    end = {"code": 0, "error": "", "line": 0, "cells": []}
    try:
        end["cells"] = _run(program)
    except SystemExit as stop:
        end |= {"code": _exit_code(stop), "line": _line_of(stop, program)}
    except BaseException as error:
        end |= {
            "code": 1,
            "error": type(error).__name__,
            "line": _line_of(error, program),
        }
        _print_traceback(error, program)
    with contextlib.suppress(Exception):  # as Python does at its end: threads first
        threading._shutdown()
        atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    ctypes.CDLL(None).fflush(None)  # what C has printed and not yet written
    end["written_by"] = sys.stdout.written_by if isinstance(sys.stdout, LineKeeper) else []
    (here / "end.json").write_text(json.dumps(end))
    os._exit(end["code"])  # taking TensorFlow down in order costs more than many programs do


def _run(program: str) -> list[dict]:
    """Run the program; of a lab, return what there is to tell of its cells."""
    if Path(program).read_bytes().startswith(cells.MARKER.encode()):
        return cells.run_cells(program)
    runpy.run_path(program, run_name="__main__")
    return []


def _redirect(folder: Path) -> None:
    """Put the process into a session of its own, so that all it starts can be ended with it, and
    its three streams onto files: what C++ prints arrives there too."""
    os.setsid()
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
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
    traceback.print_exception(type(error), error, trace)


def _line_of(error: BaseException, program: str) -> int:
    """The innermost line of the program that the error passed through; 0 when there is none."""
    if isinstance(error, SyntaxError) and error.filename == program:
        return error.lineno or 1
    steps = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in steps if frame.f_code.co_filename == program]
    return lines[-1] if lines else 0


if __name__ == "__main__":
    run_job(*sys.argv[1:])
