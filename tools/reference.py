"""Links from the names of the API on a page to their official reference pages."""

import re
import tomllib
from functools import cache
from html import escape
from pathlib import Path

_TENSORFLOW = "https://www.tensorflow.org/api_docs/python/"
_TABLE = Path(__file__).with_name("reference.toml")
_PIECE = re.compile(
    r"<(?P<closing>/?)(?:a|h[1-6]|pre|summary|button)\b[^>]*>|<code>(?P<code>[^<]+)</code>"
)


def link_names(html: str) -> str:
    """The HTML of a page with each name that has a reference page made a link to it.

    Names inside links, headings and code blocks stay as they are.
    """
    inside = 0

    def link(piece: re.Match[str]) -> str:
        nonlocal inside
        if piece["code"] is None:
            inside += -1 if piece["closing"] else 1
            return piece[0]
        address = None if inside else address_of(piece["code"])
        return f'<a class="api" href="{escape(address)}">{piece[0]}</a>' if address else piece[0]

    return _PIECE.sub(link, html)


def address_of(name: str) -> str | None:
    """The address of the reference page of a dotted name, or None where there is none.

    TensorFlow's follow from the name; those of Keras stand in `reference.toml`.
    """
    name = name.split("(")[0]
    if re.fullmatch(r"(tf|tensorflow)(\.\w+)+", name):
        return _tensorflow_address("tf." + name.split(".", 1)[1])
    return _keras_addresses().get(name)


def _tensorflow_address(name: str) -> str | None:
    """A class or function has a page; what belongs to a class is an anchor on its page."""
    if re.search(r"\b(_|python|src|saving)", name):
        return None  # not public, or not documented
    parts = name.split(".")
    of_class = next((n for n, part in enumerate(parts[:-1], start=1) if part[0].isupper()), None)
    page = _TENSORFLOW + "/".join(parts[:of_class])
    return f"{page}#{parts[-1]}" if of_class else page


@cache
def _keras_addresses() -> dict[str, str]:
    base, pages = tomllib.loads(_TABLE.read_text(encoding="utf-8")).values()
    return {name: base + page for page, names in pages.items() for name in names}
