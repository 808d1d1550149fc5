"""Durations: how long each program takes, so that the longest start first and shards are even.

`seconds.csv` in the folder of programs is committed and written by `record`; a clone knows from it
what takes long before it has run anything. It holds seconds of wall time, rounded: it changes where
a program has become twice as slow or as fast, not at each run.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from tools.project import Project
from tools.runner.program import Program
from tools.runner.store import Store, replace_file

FILE = "seconds.csv"

GUESSES = {"subprocess": 4.0, ".fit(": 1.0, "train": 0.5, "convert": 0.5}
"""Seconds of a program of which nothing is known, by the first of these words that it holds."""


Item = TypeVar("Item")


def even_shares(seconds: Mapping[Item, float], count: int) -> list[list[Item]]:
    """So many shares of about as many seconds each: every item goes, the longest first, where there
    is least so far."""
    shares: list[list[Item]] = [[] for _ in range(count)]
    filled = [0.0] * count
    for item in sorted(seconds, key=lambda each: (-seconds[each], str(each))):
        least = filled.index(min(filled))
        shares[least].append(item)
        filled[least] += seconds[item]
    return shares


class Durations:
    """The durations of a project's programs."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.path = project.folder / FILE

    @cached_property
    def recorded(self) -> dict[str, float]:
        """The content of the file; a line that cannot be read is as good as none."""
        if not self.path.exists():
            return {}
        lines = self.path.read_text(encoding="utf-8").splitlines()[1:]
        pairs = (line.rpartition(",") for line in lines)
        return {name: float(text) for name, _, text in pairs if text.replace(".", "", 1).isdigit()}

    def of(self, program: Program, store: Store | None = None) -> float:
        """How long a program will probably take; by its last run here, where a store has one."""
        last = store.seconds(program) if store else None
        return last or self.recorded.get(program.key) or _guess(program.source)

    def share(self, number: int, count: int) -> list[Program]:
        """Share `number` of `count`, from 1: the same on every machine."""
        seconds = {program: self.of(program) for program in self.project.programs}
        return sorted(even_shares(seconds, count)[number - 1])

    def record(self, seconds: Mapping[Program, float]) -> bool:
        """Write the file anew with these durations, where they differ much from what it says."""
        kept = {program.key: self.recorded.get(program.key) for program in self.project.programs}
        for program, now in seconds.items():
            before = kept.get(program.key)
            if before is None or not before / 2 - 0.2 <= now <= before * 2 + 0.2:
                kept[program.key] = round(now, 1)
        lines = _table((name, value) for name, value in kept.items() if value is not None)
        before_text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        if lines == before_text:
            return False
        replace_file(self.path, lines.encode())
        return True


def _guess(source: str) -> float:
    return next((seconds for word, seconds in GUESSES.items() if word in source), 0.1)


def _table(rows: Iterable[tuple[str, float]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("program", "seconds"))
    writer.writerows(sorted(rows))
    return text.getvalue()
