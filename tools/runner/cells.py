"""The cells of a lab, run one after the other: what each one printed, and what it drew.

Called by `child`, in the process of the lab: the standard library only.
"""

import ast
import io
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

MARKER = "# %%"
"""What the first line of a cell begins with."""


def split(source: str) -> list[tuple[int, str]]:
    """The cells of a lab: the line of each one's marker, and its text from there on."""
    lines = source.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith(MARKER)]
    ends = [*starts[1:], len(lines)]
    return [(start + 1, "".join(lines[start:end])) for start, end in zip(starts, ends, strict=True)]


def run_cells(program: str) -> list[dict[str, Any]]:
    """Run a lab as `python lab.py` would. For each cell: the line it begins at, how many bytes
    had been printed after it, and the figures it left, as SVG."""
    source = Path(program).read_text(encoding="utf-8")
    starts = [line for line, _ in split(source)]
    module = ModuleType("__main__")
    module.__file__ = program
    sys.modules["__main__"] = module
    body = ast.parse(source, program).body
    cells = []
    for start, end in zip(starts, [*starts[1:], sys.maxsize], strict=True):
        here = [step for step in body if start <= step.lineno < end]
        exec(compile(ast.Module(here, []), program, "exec", dont_inherit=True), vars(module))
        sys.stdout.flush()
        cells.append(
            {"line": start, "printed": os.fstat(1).st_size, "figures": _figures(Path(program).stem)}
        )
    return cells


def _figures(salt: str) -> list[str]:
    """The figures that are open, as SVG; a notebook shows and closes them after each cell, too."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if not pyplot:
        return []
    drawn = []
    with pyplot.rc_context({"svg.hashsalt": salt, "svg.fonttype": "none"}):
        for number in pyplot.get_fignums():
            file = io.StringIO()
            figure = pyplot.figure(number)
            figure.savefig(
                file, format="svg", transparent=True, bbox_inches="tight", metadata={"Date": None}
            )
            drawn.append(file.getvalue())
    pyplot.close("all")
    return drawn
