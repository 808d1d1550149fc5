"""Links from the names of the API on a page to their official pages."""

import re
from html import escape

from tools.config import Names

_PIECE = re.compile(
    r"<(?P<closing>/?)(?:a|h[1-6]|pre|summary|button)\b[^>]*>|<code>(?P<code>[^<]+)</code>"
)
_PRIVATE = re.compile(r"\b(_|python|src|saving)")


class ApiLinks:
    """The links of a project, as its configuration has them."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def link(self, html: str) -> str:
        """The HTML of a page with each name that has an official page made a link to it.

        Names inside links, headings and code blocks stay as they are.
        """
        inside = 0

        def linked(piece: re.Match[str]) -> str:
            nonlocal inside
            if piece["code"] is None:
                inside += -1 if piece["closing"] else 1
                return piece[0]
            address = None if inside else self.address_of(piece["code"])
            return (
                f'<a class="api" href="{escape(address)}">{piece[0]}</a>' if address else piece[0]
            )

        return _PIECE.sub(linked, html)

    def address_of(self, name: str) -> str | None:
        """The address of the official page of a dotted name, or None where there is none.

        Where a root has a `reference`, addresses follow from the names: a class or function has a
        page, what belongs to a class is an anchor on its page.
        """
        name = name.split("(")[0]
        root, *parts = name.split(".")
        base = self.names.reference.get(root)
        if not base or not parts or not re.fullmatch(r"\w+(\.\w+)+", name):
            return self.names.addresses.get(name)
        if _PRIVATE.search(name):
            return None  # not public, or not documented
        of_class = next((n for n, part in enumerate(parts[:-1], start=1) if part[0].isupper()), 0)
        if of_class:
            return f"{base}{'/'.join(parts[:of_class])}#{parts[-1]}"
        return base + "/".join(parts)
