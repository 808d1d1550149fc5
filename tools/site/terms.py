"""Terms, for the reader: where a page first uses a word of the glossary, it explains it.

The glossary is a page like any other, one definition list. The first sentence of a definition
becomes a tooltip at the word, the word a link to its place in the glossary, and each term a section
that the search finds. What every reader of these pages knows is of the class `basic`, and has no
tooltip.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

_ENTRY = re.compile(r"(?P<terms>(?:<dt\b[^>]*>.*?</dt>\s*)+)<dd>(?P<text>.*?)</dd>", re.S)
_TERM = re.compile(r"<dt\b(?P<attributes>[^>]*)>(?P<name>.*?)</dt>", re.S)
_ID = re.compile(r'\bid="([^"]+)"')
_PARAGRAPH = re.compile(r"<p>(?P<text>.*?)</p>", re.S)
_TAG = re.compile(r"(<[^>]*>)")
_TAKEN = re.compile(r"<(?P<end>/?)(?:a|code|small|button|strong)\b")
_NAME = re.compile(
    r"(?P<code><code(?: [^>]*)?>)(?P<name>@?(?:[\w.=]{25,}|[\w.]+\([^<\n]{18})[^<\n]*)</code>"
)
_BREAK = re.compile(r"(?<=[A-Za-z_])\.(?=\w)|\(|(?<!=)=(?!=)")
_SHORT = re.compile(r"<code>(?=[^<]*[-/|])(?P<name>[^<\s]{1,24})</code>")


@dataclass(frozen=True)
class Term:
    """A term, where its definition stands in the glossary, and what it says, without markup."""

    name: str
    anchor: str
    text: str
    basic: bool

    @property
    def sentence(self) -> str:
        """The first sentence; a dot inside a name does not end it."""
        return re.split(r"(?<=\.)\s", self.text)[0]


class Terms:
    """The terms of a glossary, whose page is at `uri` and has been rendered to `html`."""

    def __init__(self, html: str, uri: str) -> None:
        self.uri = uri
        self.all = list(_terms_of(html))
        self._tooltips = {term.name.lower(): term for term in self.all if not term.basic}
        longest_first = sorted(self._tooltips, key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first))
        self._words = re.compile(rf"\b(?P<term>{words})s?\b", re.I) if words else None

    def sections(self) -> Iterator[dict[str, str]]:
        """Each term as an entry of the theme's search index."""
        page = self.uri.replace(".md", ".html")
        for term in self.all:
            yield {"location": f"{page}#{term.anchor}", "title": term.name, "text": term.text}

    def explain(self, html: str, uri: str) -> str:
        """The HTML of the page at `uri`, each term explained where a paragraph first has it."""
        if not self._words or uri == self.uri:
            return html
        page = posixpath.relpath(self.uri, posixpath.dirname(uri) or ".").replace(".md", ".html")
        seen: set[str] = set()

        def explained(found: re.Match[str]) -> str:
            term = self._tooltips[found["term"].lower()]
            if term.anchor in seen:
                return found[0]
            seen.add(term.anchor)
            link = f'href="{page}#{term.anchor}" title="{escape(term.sentence)}"'
            return f'<a class="term" {link}>{found[0]}</a>'

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
    """The HTML with places to break in a long name: after each dot, bracket that opens and equals
    sign, and nowhere else in it; a short one such as `tf-keras`, which browsers break after its
    hyphen, stays whole."""
    html = _SHORT.sub(r'<code class="whole">\g<name></code>', html)

    def broken(found: re.Match[str]) -> str:
        return f"{found['code']}{_BREAK.sub(lambda sign: f'{sign[0]}<wbr>', found['name'])}</code>"

    return _NAME.sub(broken, html)


def _terms_of(html: str) -> Iterator[Term]:
    """The terms; of several that share a definition, one without an address has the last one's."""
    for entry in _ENTRY.finditer(html):
        anchor = "".join(_ID.findall(entry["terms"])[-1:])
        text = _plain(entry["text"])
        for term in _TERM.finditer(entry["terms"]):
            basic = "basic" in term["attributes"]
            own = "".join(_ID.findall(term["attributes"]))
            yield Term(_plain(term["name"]), own or anchor, text, basic)


def _plain(html: str) -> str:
    """The text of a piece of HTML, without the evidence of its marks."""
    html = re.sub(
        r'<span class="proof">.*?</small></span>|<!--.*?-->|<[^>]*>', "", html, flags=re.S
    )
    return " ".join(unescape(html).split())
