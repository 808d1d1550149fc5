"""Search: what each section and page weighs in the index of Material for MkDocs.

The theme's index ignores how long a text is, so that a long one, which has every word, would often
come first. And the theme multiplies the score of a page, which holds the text above its first
heading, by up to 5, and that of a section by up to 2: a page that begins with a list of its cases
would stand before each of them. The weights take both back.
"""

from collections.abc import Iterable
from typing import Any

WHOLE_PAGE = 0.4
LONG = 1500
"""Characters from which a text counts as long: as many as the median section has."""
LESS = 0.3
"""The power with which the weight of a longer text falls."""


def weigh(entries: Iterable[dict[str, Any]]) -> None:
    """Set the weight of each entry of the index."""
    for entry in entries:
        length = max(len(entry["text"]), LONG)
        weight = 1 if "#" in entry["location"] else WHOLE_PAGE
        own = entry.get("boost", 1)  # what the front matter of the page says: search: {boost: 0.7}
        entry["boost"] = round(own * weight * (LONG / length) ** LESS, 2)
