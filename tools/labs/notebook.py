"""The notebook of a lab: its cells, and what its run left."""

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import jupytext
import nbformat

from tools.labs.lab import Lab, as_shown, find_alternatives
from tools.runner.run import Run


def notebook_of(lab: Lab, run: Run | None) -> str:
    """The notebook, as the text of its file; without outputs where the lab could not be run."""
    book = jupytext.reads(lab.program.source, fmt="py:percent")
    book.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    cells = run.cells if run else []
    texts = _printed(run) if run else []
    figures = lab.figures(run) if run else []
    executed = 0
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
        if cell.cell_type == "code" and number < len(cells):
            executed += 1
            cell.execution_count = executed
            cell.outputs = [*_outputs(texts[number], figures[number], cell.source)]
        if cell.cell_type == "code":
            cell.source = as_shown(cell.source)
    # nbformat has types for neither of the two
    text: str = nbformat.writes(nbformat.from_dict(book))  # type: ignore[no-untyped-call]
    return f"{text}\n"


def _printed(run: Run) -> list[str]:
    """What each cell printed; the last one also has what was printed at the very end."""
    whole = run.output.encode()
    ends = [0, *(cell["printed"] for cell in run.cells[:-1]), len(whole)]
    return [whole[start:end].decode(errors="replace") for start, end in pairwise(ends)]


def _outputs(text: str, figures: list[str], source: str) -> Iterator[dict[str, Any]]:
    """The outputs of a code cell, in the form of a notebook."""
    if text:
        yield {"output_type": "stream", "name": "stdout", "text": text}
    for figure, said in zip(figures, find_alternatives(source), strict=False):
        alternative, marks = said
        data = {"image/svg+xml": _svg(figure, alternative) + marks, "text/plain": alternative}
        yield {"output_type": "display_data", "data": data, "metadata": {}}


def _svg(figure: str, alternative: str) -> str:
    """A figure that can stand inside a page: with its text alternative, without the head of a
    file, and without the ids that nothing refers to, which are the same in every figure."""
    named = f'<svg role="img" aria-label="{html.escape(alternative)}" '
    drawn = figure[figure.index("<svg") :].replace("<svg ", named, 1)
    drawn = re.sub(r"<metadata>.*?</metadata>\s*", "", drawn, flags=re.DOTALL)
    return re.sub(r' id="([^"]*)"', lambda found: found[0] * (f"#{found[1]}" in drawn), drawn)
