"""A lab: a long walk in percent cells, a program like the others, with rules of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tools.failure import Failure, at
from tools.labs.formulas import find_formulas, is_sound
from tools.pages.compare import broken, compare
from tools.project import Project
from tools.runner.cells import MARKER, split
from tools.runner.program import OUTPUT, Program
from tools.runner.run import Run

_ALT = re.compile(r"(?m)^# alt: (?P<text>.+(?:\n# .+)*)")
_HEADER = re.compile(r"(?m)^# /// script\n(?:#.*\n)*?# ///$")
_NOT_IN_TEXT = {
    "```": "a fence in the text of a lab: make it a cell",
    "<!-- value:": "a value in the text of a lab: print it, since a notebook is not filled in",
}
_MARK = re.compile(r"(?:\n#)?\s*<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Lab:
    """One lab, and what it says: the text of its Markdown cells, and its text alternatives."""

    program: Program

    def __str__(self) -> str:
        return str(self.program)

    @property
    def name(self) -> str:
        return self.program.key

    @property
    def uri(self) -> str:
        """The page that it becomes, relative to the folder of pages, where no file of it lies."""
        return f"{self.name}.ipynb"

    @cached_property
    def prose(self) -> str:
        """The text of its Markdown cells, and each text alternative as the caption of a figure, a
        block of its own; all other lines are empty."""
        lines, inside, caption = [], False, False
        for line in self.program.source.splitlines():
            if line.startswith(MARKER):
                inside, caption, line = line.startswith(f"{MARKER} [markdown]"), False, ""
            if not inside:
                caption = line.startswith("# " if caption else "# alt: ")
                line = line.replace("# alt: ", "# <figcaption>", 1)
            said = line.removeprefix("#").removeprefix(" ")
            lines.append(said if inside or caption else "")
        return "\n".join(lines)

    def results(self, runs: Mapping[Program, Run]) -> Iterator[tuple[int, bool]]:
        """The last line of each code cell, and whether it printed or drew something."""
        run, printed = runs.get(self.program), 0
        cells = run.cells if run else []
        for (line, text), cell in zip(split(self.program.source), cells, strict=False):
            if not text.startswith(f"{MARKER} [markdown]"):
                shown = cell["printed"] > printed or bool(cell["figures"])
                yield line + text.count("\n") - 1, shown
            printed = cell["printed"]

    def place_in_prose(self, position: int) -> str:
        """The place of a position in the prose."""
        return at(self.program, self.prose.count("\n", 0, position) + 1)

    def failures(self, run: Run | None) -> Iterator[Failure]:
        """What is wrong with the lab, given its run; None where it could not be run."""
        if not self.program.source.startswith(f"{MARKER} [markdown]\n# # "):
            what = f"a lab begins with its title: `{MARKER} [markdown]`, then `# # Title`"
            yield Failure((at(self.program),), what)
        for sign, what in _NOT_IN_TEXT.items():
            if sign in self.prose:
                yield Failure((self.place_in_prose(self.prose.find(sign)),), what)
        for position, latex in find_formulas(self.prose):
            if not is_sound(latex):
                place = self.place_in_prose(position)
                yield Failure((place,), f"a formula that cannot be drawn: {latex}")
        if run and run.fault:
            yield broken(self.program, run)
        elif run:
            yield from self._differences(run)

    def _differences(self, run: Run) -> Iterator[Failure]:
        try:
            compare(self.program, OUTPUT, run)
        except Failure as failure:
            yield failure
        for (line, text), cell in zip(split(self.program.source), run.cells, strict=False):
            drawn, named = len(cell["figures"]), len(find_alternatives(text))
            if drawn != named:
                what = f"this cell draws {drawn} figures and has {named} `# alt: ...` lines"
                yield Failure((at(self.program, line),), what, kind="output")


def find_alternatives(source: str) -> list[tuple[str, str]]:
    """The text alternatives of the figures of a cell, from its comments `# alt: ...`, and the marks
    of each; what parts two of them is a line that is no text."""
    found = [alternative["text"] for alternative in _ALT.finditer(source)]
    marks = ["".join(_MARK.findall(text)).replace("\n#", "") for text in found]
    texts = [_MARK.sub("", text).replace("\n#", "") for text in found]
    return list(zip(texts, marks, strict=True))


def as_shown(source: str) -> str:
    """A code cell as the reader sees it. What its figures show stands at the figures, and what the
    check has to know is in the file to download: neither is shown as code."""
    return _ALT.sub("", _HEADER.sub("", source)).strip("\n")


def find_labs(project: Project) -> list[Lab]:
    """The labs of a project."""
    return [Lab(program) for program in project.programs if project.is_lab(program)]


def lab_failures(labs: list[Lab], runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """What is wrong with the labs, given the runs of all programs."""
    for lab in labs:
        yield from lab.failures(runs.get(lab.program))
