"""Formulas in the text of a lab: LaTeX between dollars becomes MathML, which browsers draw alone.

A notebook in Jupyter has a script for them; a page of this site asks for none from elsewhere.
"""

import re
from collections.abc import Iterator
from html import unescape

from latex2mathml.converter import convert

_FORMULA = re.compile(r"\$\$(?P<block>[^$]+)\$\$|(?<!\\)\$(?P<inline>[^$\n]+)\$")


def find_formulas(text: str) -> Iterator[tuple[int, str]]:
    """The formulas in a text: where each begins, and its LaTeX."""
    for found in _FORMULA.finditer(text):
        yield found.start(), found["block"] or found["inline"]


def to_mathml(html: str) -> str:
    """A piece of HTML with its formulas as MathML."""

    def drawn(found: re.Match[str]) -> str:
        display = "block" if found["block"] else "inline"
        return convert(unescape(found["block"] or found["inline"]), display=display)

    return _FORMULA.sub(drawn, html)


def is_sound(latex: str) -> bool:
    """Whether a formula can be drawn: all braces closed, and all of its commands known."""
    braces = re.findall(r"(?<!\\)[{}]", latex)
    if braces.count("{") != braces.count("}"):
        return False
    try:
        return "\\" not in convert(latex)
    except Exception:  # the library raises what its parser runs into
        return False
