"""Search: a section is found before the page that lists it, and the ledger's programs come last.

The theme multiplies the score of a page, which holds the text above its first heading, by up to
5, and that of a section by up to 2. A page that begins with a list of its cases would then stand
before each of them; the weights take that back.
"""

from collections.abc import Iterable
from typing import Any

WHOLE_PAGE = 0.4
PROGRAMS = 0.5
"""Weight of a section that shows many programs, one below the other, and so has all words."""


def weigh(entries: Iterable[dict[str, Any]], programs: str) -> None:
    """Set the weight of each entry of the search index of Material for MkDocs.

    Sections whose address begins with `programs` show the ledger's programs.
    """
    for entry in entries:
        if "#" not in entry["location"]:
            entry["boost"] = WHOLE_PAGE
        elif entry["location"].startswith(programs):
            entry["boost"] = PROGRAMS
