"""Proofs, for the reader: a small sign at each marked statement that opens its evidence.

The sign is a button that opens a popover, which browsers do without a script. The popover is a
`small`, because Material's search leaves a tag out only up to the end of the first tag of its name.
"""

import posixpath
import re
from html import escape, unescape

from tools.statements.evidence import Evidence, Lost, place_of
from tools.statements.marks import MARKER, Mark, read_mark

_MARKS = re.compile(
    rf"(?:\s*{MARKER.pattern.replace('?P<kind>', '').replace('?P<rest>', '')})+", re.S
)
_FILE = re.compile(r'<span class="filename">(?P<file>[\w./-]+/(?P<name>\w+)\.py)</span>')
_MARKUP = re.compile(r"[`*_\[\]()\\<>&]")
SIGNS = {"proof": ("✓", "Proof"), "source": ("§", "Source"), "opinion": ("≈", "A judgement")}
"""What stands at a statement, and what a screen reader says for it, by the kind of its mark."""


class Proofs:
    """The signs of one page, whose source is at `uri`."""

    def __init__(self, evidence: Evidence, uri: str) -> None:
        self.evidence = evidence
        self.uri = uri
        self._count = 0

    def fill_in(self, markdown: str) -> str:
        """The Markdown of the page with each value of a run in its place, and with marks in which
        Markdown sees nothing to render."""
        return MARKER.sub(self._before_markdown, markdown)

    def show(self, html: str) -> str:
        """The HTML of the page with a sign for each mark, and an address for each program."""
        html = _FILE.sub(r'<span class="filename" id="program-\g<name>">\g<file></span>', html)
        return _MARKS.sub(self._sign, html)

    def _before_markdown(self, marker: re.Match[str]) -> str:
        if marker["kind"] != "value":
            rest = _MARKUP.sub(lambda found: f"&#{ord(found[0])};", marker["rest"])
            return f"<!-- {marker['kind']}{rest}-->"
        try:
            return self.evidence.value(read_mark(marker))
        except (Lost, ValueError):  # it is among the failures
            return ""

    def _sign(self, marks: re.Match[str]) -> str:
        try:
            found = [read_mark(marker) for marker in MARKER.finditer(unescape(marks[0]))]
        except ValueError:  # it is among the failures
            return ""
        read = [mark for mark in found if mark.kind != "value"]  # a lab has none: see its rules
        if not read:
            return ""
        self._count += 1
        name = f"proof-{self._count}"
        kind = read[0].kind
        sign, label = SIGNS[kind]
        return (
            '<span class="proof">&NoBreak;'  # the sign stays on the line of the last word
            f'<button type="button" class="proof__sign" data-kind="{kind}"'
            f' popovertarget="{name}" aria-label="{label}" data-search-exclude>{sign}</button>'
            f'<small class="proof__evidence" id="{name}" popover data-search-exclude>'
            f"{''.join(map(self._shown, read))}</small></span>"
        )

    def _shown(self, mark: Mark) -> str:
        """One piece of evidence: what it is, its words, and where it stands."""
        try:
            words = self.evidence.of(mark)
        except Lost as lost:
            return f'<span class="proof__lost">A statement {escape(str(lost))}</span>'
        if mark.kind == "opinion":
            return "<span>This is a judgement: no program decides it.</span>"
        if mark.kind == "source":
            source = self.evidence.sources.all[mark.target]
            where = f'<a href="{escape(source.address)}">{escape(source.title)}</a>'
            return (
                f"<span>Read on {source.read} in {where}:</span><q>{escape(words, quote=False)}</q>"
            )
        return f"<span>{self._where(mark)}</span><code>{_marked(words, mark.words)}</code>"

    def _where(self, mark: Mark) -> str:
        program = self.evidence.program(mark)
        assert program
        ledger = self.evidence.project.config.ledger
        folder = posixpath.dirname(self.uri) or "."
        if ledger and program.page == ledger.folder:
            page = posixpath.relpath(f"{program.page}.html", folder)
            claim = program.name.replace("_", "-")
            when = f"on {mark.release}, recorded" if mark.release else "in this build"
            link = f'<a href="{page}#{claim}">{claim}</a>'
            return f"The program {link} of the ledger printed {when}:"
        page, anchor = program.page, f"#program-{program.name}"
        if self.evidence.project.is_lab(program):  # the program is the page
            page, anchor = program.key, ""
        address = posixpath.relpath(f"{page}.html", folder)
        return f'<a href="{address}{anchor}">{program}</a> printed in this build:'


def _marked(line: str, words: tuple[str, ...]) -> str:
    """A line of output with the quoted words picked out."""
    shown = escape(line, quote=False)
    for piece in words:
        piece = escape(" ".join(piece.split()), quote=False)
        place = place_of(piece, shown)
        assert place >= 0, "evidence is the lines that hold the words"
        end = place + len(piece)
        shown = f"{shown[:place]}<mark>{piece}</mark>{shown[end:]}"
    return shown
