"""Labs: long walks in percent cells, each a program and, with what its run left, a notebook."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tools.cells import MARKER, split
from tools.failure import Failure, at
from tools.formulas import find_formulas, is_sound
from tools.pages import compare
from tools.program import LABS, OUTPUT, Program
from tools.run import Run

_ALT = re.compile(r"(?m)^# alt: (?P<text>.+(?:\n# (?!alt: ).+)*)")


@dataclass(frozen=True)
class Lab:
    """One lab, and the text of its Markdown cells."""

    program: Program

    @property
    def page(self) -> str:
        """The page that it becomes, relative to `docs/`, where no file of it lies."""
        return f"{LABS}/{self.program.name}.ipynb"

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
            drawn, told = len(cell["figures"]), len(_alternatives(text))
            if drawn != told:
                what = f"this cell draws {drawn} figures and tells of {told} in `# alt: ...` lines"
                yield Failure((at(self.program, line),), what)


def find_labs(programs: list[Program]) -> list[Lab]:
    """The labs among the programs."""
    return [Lab(program) for program in programs if program.is_lab]


def lab_failures(labs: list[Lab], runs: Mapping[Program, Run]) -> Iterator[Failure]:
    """What is wrong with the labs, given the runs of all programs."""
    for lab in labs:
        yield from lab.failures(runs.get(lab.program))


def notebook_of(lab: Lab, run: Run | None) -> str:
    """The notebook, as the text of its file: the cells of the lab, and what its run left."""
    import jupytext  # they take a second, and a check does without
    import nbformat

    book = jupytext.reads(lab.program.source, fmt="py:percent")
    book.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    cells = run.cells if run else []
    texts = _printed(run) if run else []
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
        if cell.cell_type == "code" and number < len(cells):
            cell.execution_count = sum(before.cell_type == "code" for before in book.cells[:number])
            cell.execution_count += 1
            cell.outputs = [*_outputs(texts[number], cells[number], cell.source)]
    return nbformat.writes(nbformat.from_dict(book)) + "\n"


def _printed(run: Run) -> list[str]:
    """What each cell printed; the last one also has what was printed at the very end."""
    whole = run.output.encode()
    ends = [0, *(cell["printed"] for cell in run.cells[:-1]), len(whole)]
    return [whole[start:end].decode(errors="replace") for start, end in pairwise(ends)]


def _outputs(text: str, cell: dict, source: str) -> Iterator[dict]:
    """The outputs of a code cell, in the form of a notebook."""
    if text:
        yield {"output_type": "stream", "name": "stdout", "text": text}
    for figure, alternative in zip(cell["figures"], _alternatives(source), strict=False):
        data = {"image/svg+xml": _svg(figure, alternative), "text/plain": alternative}
        yield {"output_type": "display_data", "data": data, "metadata": {}}


def _alternatives(source: str) -> list[str]:
    """The text alternatives of the figures of a cell, from its comments `# alt: ...`."""
    return [found["text"].replace("\n#", "") for found in _ALT.finditer(source)]


def _svg(figure: str, alternative: str) -> str:
    """A figure that can stand inside a page: with its text alternative, without the head of a
    file, and without the ids that nothing refers to, which are the same in every figure."""
    named = f'<svg role="img" aria-label="{html.escape(alternative)}" '
    drawn = figure[figure.index("<svg") :].replace("<svg ", named, 1)
    drawn = re.sub(r"<metadata>.*?</metadata>\s*", "", drawn, flags=re.DOTALL)
    return re.sub(r' id="([^"]*)"', lambda found: found[0] * (f"#{found[1]}" in drawn), drawn)
