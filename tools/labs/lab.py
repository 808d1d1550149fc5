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

FIGURE = ".svg"
"""What the kept figure of a lab ends with."""

_ALT = re.compile(r"(?m)^# alt: (?P<text>.+(?:\n# .+)*)")
_MEASURED = re.compile(r"(?m)^# measured\n")
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

    def figures(self, run: Run) -> list[list[str]]:
        """The figures of each cell, as the page shows them. One of measured values would differ at
        each run, and two builds with it: it is kept beside the lab, as `record` has written it."""
        kept = self._kept_figure()
        cells = zip(split(self.program.source), run.cells, strict=False)
        return [
            [kept] if kept and _MEASURED.search(text) else list(cell["figures"])
            for (_, text), cell in cells
        ]

    def measured(self, run: Run) -> list[tuple[int, list[str]]]:
        """The line of each cell that shows measured values, and what it has drawn in this run."""
        cells = zip(split(self.program.source), run.cells, strict=False)
        return [(line, cell["figures"]) for (line, text), cell in cells if _MEASURED.search(text)]

    def _kept_figure(self) -> str:
        kept = self.program.product(FIGURE)
        return kept.read_text(encoding="utf-8") if kept.exists() else ""

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
            yield from self._misplaced_figure(run)

    def _misplaced_figure(self, run: Run) -> Iterator[Failure]:
        """What is wrong with the figure of measured values."""
        measured, kept = self.measured(run), f"{self.program.name}{FIGURE}"
        for number, (line, drawn) in enumerate(measured):
            place = at(self.program, line)
            if number or len(drawn) != 1:
                what = f"a lab has one figure of measured values, kept as {kept}: here is another"
                yield Failure(
                    (place,), what if drawn else "this cell is measured and draws nothing"
                )
            elif not self._kept_figure():
                what = f"{kept} is missing: write it with `make record ONLY={self.name}`"
                yield Failure((place,), what)
        if self._kept_figure() and not measured:
            what = f"{kept} is shown by no cell: remove it, or write `# measured` into its cell"
            yield Failure((at(self.program),), what)

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
    return _ALT.sub("", _MEASURED.sub("", _HEADER.sub("", source))).strip("\n")


def find_labs(project: Project) -> list[Lab]:
    """The labs of a project."""
    return [Lab(program) for program in project.programs if project.is_lab(program)]


def lab_failures(labs: list[Lab], runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """What is wrong with the labs, given the runs of all programs."""
    for lab in labs:
        yield from lab.failures(runs.get(lab.program))
