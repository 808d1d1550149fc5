"""The page of a notebook, in the markup of the other pages.

mkdocs-jupyter renders for Jupyter's own style sheet, which it brings along with a loader of scripts
from elsewhere. Only the cells are taken over; the rest is half a megabyte that nothing needs.
"""

import html
import re
from base64 import b64decode
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from tools.labs.formulas import to_mathml

_PICTURE = "data:image/svg+xml;base64,"


def slim(content: str) -> str:
    """What mkdocs-jupyter made of a notebook, with the style and the scripts of this site."""
    soup = BeautifulSoup(re.sub(r"(?s)<(style|script)\b.*?</\1>", "", content), "html.parser")
    pieces: list[str] = []
    count = 0
    for cell in soup.select(".jp-Notebook > .jp-Notebook-cell"):  # a code cell is wrapped twice
        is_code = "jp-CodeCell" in cell["class"]
        count += is_code
        pieces += _code(cell, count) if is_code else _text(cell)
    return "\n".join(pieces)


def _only(within: Tag, selector: str) -> Tag:
    """The first element that a selector finds, where mkdocs-jupyter always puts one."""
    found = within.select_one(selector)
    assert found
    return found


def _text(cell: Tag) -> Iterator[str]:
    text = _only(cell, ".jp-RenderedMarkdown")
    for anchor in text.select("a.anchor-link"):
        anchor["class"], anchor["title"] = "headerlink", "Permanent link"
    for table in text.select("table"):
        table.attrs = {}
    yield to_mathml(text.decode_contents())


def _code(cell: Tag, number: int) -> Iterator[str]:
    source = _only(cell, ".highlight-ipynb pre").decode_contents()
    yield _block("python", source, f'<span class="filename">cell {number}</span>')
    for output in cell.select(".jp-OutputArea-output"):
        picture = output.select_one("img")
        if picture:
            yield _figure(b64decode(str(picture["src"]).removeprefix(_PICTURE)).decode())
        else:
            yield _block("output", html.escape(_only(output, "pre").get_text(), quote=False))


def _block(language: str, code: str, bar: str = "") -> str:
    shown = f"<pre><code>{code}</code></pre>"
    return f'<div class="language-{language} highlight">{bar}{shown}</div>'


def _figure(svg: str) -> str:
    return f'<figure class="picture" data-search-exclude>{svg}</figure>'
