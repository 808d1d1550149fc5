"""The page of a lab as Markdown, for generators that render no notebook."""

import json
import re
from typing import Any

from tools.labs.formulas import to_mathml

_MARK_BELOW = re.compile(r"(?<=\S)[ ]*\n(?=<!--)")
"""Before a mark that begins a line: Markdown would end the paragraph there."""


def markdown_of(notebook: str) -> str:
    """The Markdown of a lab, from the text of its notebook.

    Each cell of code is a fence with the title `cell 1`, and a fence `output` or a figure below
    shows what it printed or drew.
    """
    pieces: list[str] = []
    number = 0
    for cell in json.loads(notebook)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            pieces.append(to_mathml(_MARK_BELOW.sub(" ", source)))
            continue
        number += 1
        pieces.append(f'```python title="cell {number}"\n{source}\n```')
        pieces += map(_shown, cell["outputs"])
    return "\n\n".join(pieces) + "\n"


def _shown(output: dict[str, Any]) -> str:
    if output["output_type"] == "stream":
        return f"```output\n{''.join(output['text']).rstrip()}\n```"
    drawn = "".join(output["data"]["image/svg+xml"])
    return f'<figure class="picture" data-search-exclude>\n{drawn}\n</figure>'
