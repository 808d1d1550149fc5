"""Compare what a program wrote with what is kept beside it."""

import difflib

from tools.failure import Failure, at
from tools.runner.program import OUTPUT, Program
from tools.runner.run import Run

DIFFERENCE = 40
"""Lines of a difference that are shown."""


def compare(program: Program, suffix: str, run: Run, *places: str) -> None:
    """Compare one of a program's products; one that is not compared has to be there. Raises
    `Failure`, at these places and the program's."""
    kept = program.product(suffix)
    name = f"{program.folder.name}/{kept.relative_to(program.folder).as_posix()}"
    if not kept.exists():
        what = f"{name} is missing: write it with `make record ONLY={program.key}`"
        raise Failure((*places, at(program)), what)
    if suffix not in program.compared and suffix in run.products:
        return
    before = kept.read_text(encoding="utf-8")
    now = run.products.get(suffix, "")
    if before == now:
        return
    line = _first_difference(before, now)
    known = suffix == OUTPUT and line <= len(run.written_by)
    wrote = run.written_by[line - 1] if known else run.line
    shown = difflib.unified_diff(
        before.splitlines(), now.splitlines(), name, "this run", n=1, lineterm=""
    )
    what = f"{program} writes {'something else' if now else 'nothing any more'}"
    where = (*places, at(name, line), at(program, wrote))
    raise Failure(where, what, "\n".join(list(shown)[:DIFFERENCE]), "output")


def broken(program: Program, run: Run, *places: str) -> Failure:
    """The failure of a program that did not end well: one that only ran out of time may have met a
    slow machine."""
    kind = "late" if run.fault.startswith("ran longer") else "broke"
    where = (*places, at(program, run.line))
    return Failure(where, f"{program} {run.fault}", run.stderr, kind)


def _first_difference(before: str, now: str) -> int:
    """The first line, from 1, at which two texts differ."""
    pairs = enumerate(zip(before.splitlines(True), now.splitlines(True), strict=False), start=1)
    shorter = min(before.count("\n"), now.count("\n"))
    return next((number for number, (old, new) in pairs if old != new), shorter + 1)
