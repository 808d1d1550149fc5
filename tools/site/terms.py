"""Terms, for the reader: where a page first uses a word of the glossary, it explains it.

The glossary is a page like any other, one definition list. The first sentence of a definition
becomes a tooltip at the word, and the word a link to its place in the glossary.
"""

import posixpath
import re
from html import escape, unescape

_ENTRY = re.compile(r"<dt>(?P<term>.*?)</dt>\s*<dd>(?P<text>.*?)</dd>", re.S)
_PARAGRAPH = re.compile(r"<p>(?P<text>.*?)</p>", re.S)
_TAG = re.compile(r"(<[^>]*>)")
_TAKEN = re.compile(r"<(?P<end>/?)(?:a|code|small|button|strong)\b")
_NAME = re.compile(r"<code>(?P<name>[\w.]{16,})</code>")


class Terms:
    """The terms of a glossary, whose page is at `uri` and has been rendered to `html`."""

    def __init__(self, html: str, uri: str) -> None:
        self.uri = uri
        self._html = html
        self._meaning: dict[str, str] = {}
        for entry in _ENTRY.finditer(html):
            sentence = _plain(entry["text"]).split(". ")[0].rstrip(".") + "."
            for term in _plain(entry["term"]).split(", "):
                self._meaning[term.lower()] = sentence
        longest_first = sorted(self._meaning, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first))
        self._words = re.compile(rf"\b(?P<term>{words})s?\b", re.I) if words else None

    def page(self) -> str:
        """The glossary with an address for each term."""
        return _ENTRY.sub(self._with_address, self._html)

    def _with_address(self, entry: re.Match[str]) -> str:
        first, *others = _plain(entry["term"]).split(", ")
        also = "".join(f'<span id="{_anchor(other)}"></span>' for other in others)
        return entry[0].replace("<dt>", f'<dt id="{_anchor(first)}">{also}', 1)

    def explain(self, html: str, uri: str) -> str:
        """The HTML of the page at `uri`, each term explained where a paragraph first has it."""
        if not self._words or uri == self.uri:
            return html
        address = posixpath.relpath(self.uri, posixpath.dirname(uri) or ".").replace(".md", ".html")
        seen: set[str] = set()

        def explained(found: re.Match[str]) -> str:
            term = found["term"].lower()
            if term in seen:
                return found[0]
            seen.add(term)
            meaning = escape(self._meaning[term])
            link = f"{address}#{_anchor(term)}"
            return f'<a class="term" href="{link}" title="{meaning}">{found[0]}</a>'

        def paragraph(found: re.Match[str]) -> str:
            pieces, inside = _TAG.split(found[0]), 0
            for number, piece in enumerate(pieces):
                taken = _TAKEN.match(piece)
                if taken:
                    inside += -1 if taken["end"] else 1
                elif not inside and not piece.startswith("<") and self._words:
                    pieces[number] = self._words.sub(explained, piece)
            return "".join(pieces)

        return _PARAGRAPH.sub(paragraph, html)


def breakable(html: str) -> str:
    """The HTML with a place to break after each dot of a long name, and nowhere else in it."""
    return _NAME.sub(lambda found: f"<code>{found['name'].replace('.', '.<wbr>')}</code>", html)


def _plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", html, flags=re.S)).split())


def _anchor(term: str) -> str:
    return re.sub(r"\W+", "-", term.lower()).strip("-")
