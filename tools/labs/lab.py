"""A lab: a long walk in percent cells, a program like the others, with rules of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tools.failure import Failure, at
from tools.labs.formulas import find_formulas, is_sound
from tools.pages.compare import compare
from tools.project import Project
from tools.runner.cells import MARKER, split
from tools.runner.program import OUTPUT, Program
from tools.runner.run import Run

_ALT = re.compile(r"(?m)^# alt: (?P<text>.+(?:\n# (?!alt: ).+)*)")


@dataclass(frozen=True)
class Lab:
    """One lab, and the text of its Markdown cells."""

    program: Program

    @property
    def page(self) -> str:
        """The page that it becomes, relative to the folder of pages, where no file of it lies."""
        return f"{self.program.key}.ipynb"

    @cached_property
    def prose(self) -> str:
        """The text of its Markdown cells; all other lines are empty."""
        lines, inside = [], False
        for line in self.program.source.splitlines():
            if line.startswith(MARKER):
                inside = line.startswith(f"{MARKER} [markdown]")
            shown = inside and not line.startswith(MARKER)
            lines.append(line.removeprefix("#").removeprefix(" ") if shown else "")
        return "\n".join(lines)

    def place_in_prose(self, position: int) -> str:
        """The place of a position in the prose."""
        return at(self.program, self.prose.count("\n", 0, position) + 1)

    def failures(self, run: Run | None) -> Iterator[Failure]:
        """What is wrong with the lab, given its run; None where it could not be run."""
        if not self.program.source.startswith(f"{MARKER} [markdown]\n# # "):
            what = f"a lab begins with its title: `{MARKER} [markdown]`, then `# # Title`"
            yield Failure((at(self.program),), what)
        if "```" in self.prose:
            place = self.place_in_prose(self.prose.find("```"))
            yield Failure((place,), "a fence in the text of a lab: make it a cell")
        for position, latex in find_formulas(self.prose):
            if not is_sound(latex):
                place = self.place_in_prose(position)
                yield Failure((place,), f"a formula that cannot be drawn: {latex}")
        if run and run.fault:
            what = f"{self.program} {run.fault}"
            yield Failure((at(self.program, run.line),), what, run.stderr)
        elif run:
            yield from self._differences(run)

    def _differences(self, run: Run) -> Iterator[Failure]:
        try:
            compare(self.program, OUTPUT, run)
        except Failure as failure:
            yield failure
        for (line, text), cell in zip(split(self.program.source), run.cells, strict=False):
            drawn, named = len(cell["figures"]), len(alternatives(text))
            if drawn != named:
                what = f"this cell draws {drawn} figures and has {named} `# alt: ...` lines"
                yield Failure((at(self.program, line),), what)


def alternatives(source: str) -> list[str]:
    """The text alternatives of the figures of a cell, from its comments `# alt: ...`."""
    return [found["text"].replace("\n#", "") for found in _ALT.finditer(source)]


def find_labs(project: Project) -> list[Lab]:
    """The labs of a project."""
    return [Lab(program) for program in project.programs if project.is_lab(program)]


def lab_failures(labs: list[Lab], runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """What is wrong with the labs, given the runs of all programs."""
    for lab in labs:
        yield from lab.failures(runs.get(lab.program))
