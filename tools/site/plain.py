"""Plain pages: each page as Markdown for those who read through an assistant or in an editor.

What the build knows is filled in, and what only a browser can use is told in words:

- an include is the file that it names, and each program says that it is one,
- a mark becomes a note in brackets. Of a program on the same page it has the name alone, because
  its output stands there; of any other it quotes the words,
- a source becomes a footnote with its title, its address and the words,
- a tab or a box that opens is its title in bold, and then its text,
- a picture is its text alternative, the ledger a table of what each claim is today,
- a quotation mark is itself, without a backslash, so that a pasted message is found,
- what has an address keeps it as `{ #id }`; all other attributes and comments are left out.
"""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from tools.ledger.markers import LedgerPages
from tools.project import Project
from tools.statements.evidence import Evidence
from tools.statements.marks import MARKER, Mark, read_mark

_FENCE = re.compile(
    r"(?ms)^(?P<indent> *)(?P<ticks>`{3,})(?P<info>[^\n]*)\n(?P<code>.*?)^(?P=indent)(?P=ticks) *$"
)
_INCLUDE = re.compile(r'(?m)^(?P<indent> *)--8<-- "(?P<file>[^"\n]+)"$')
_BOX = re.compile(r'(?:\?\?\?\+?|!!!|===[!+]?) *(?P<kind>[\w -]*?) *(?:"(?P<title>.*)")?')
_TITLE = re.compile(r'title="(?P<title>[^"]*)"')
_ONE_MARK = re.sub(r"\?P<(kind|rest)>", "", MARKER.pattern)
_MARKS = re.compile(rf"(?:\s*{_ONE_MARK})+", re.DOTALL)
_COMMENT = re.compile(r"[ \t]*<!--.*?-->", re.DOTALL)
_LEDGER_TABLE = "<!-- ledger: table -->"
_LEDGER = re.compile(r"<!-- ledger: [^>]*-->")
_HTML_BLOCK = re.compile(
    r"</?(?P<tag>div|figure|table|form|section|details|summary|p|ul|ol|dl|aside|nav)\b[^>]*>"
)
_HOLDS_MARKDOWN = re.compile(r'\bmarkdown(="1")?[\s>]')
_CODE_OR_ATTRIBUTES = re.compile(
    r"(?P<code>(?P<ticks>`+)[^`].*?(?P=ticks)(?!`))"
    r'|(?:[ ]|\n[ ]*)?\{:?\s*(?P<first>[.#][\w-]+|\w+(?==")|download)[^{}\n]*\}'
    r'|<span id="(?P<place>[\w-]+)"></span>'
    r"|\\(?P<quote>[\"'])"
    r"|</?(?:span|small|kbd|sub|sup|br|abbr|a\s+id)\b[^>]*>"
)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_FOOTNOTE = re.compile(r"\[\^([\w-]+)\]")
_ABBREVIATION = re.compile(r"(?m)^\*\[[^\]]+\]:.*\n?")
_LINK = re.compile(r"\]\((?!\w+:)(?P<path>[^)\s#]+)\.(?:ipynb|html)(?P<anchor>#[^)]*)?\)")


class Plain:
    """The plain pages of a project, given the evidence and the ledger of its build, and what makes
    Markdown of a piece of HTML."""

    def __init__(
        self,
        project: Project,
        evidence: Evidence | None,
        ledger: LedgerPages | None,
        tell: Callable[[str], str],
    ) -> None:
        self.project = project
        self.tell = tell
        self.evidence = evidence
        self.ledger = ledger

    def page(self, uri: str, markdown: str) -> str:
        """A page whose values and verdicts are filled in."""
        text, pieces, end = _without_boxes(markdown), [], 0
        for fence in _FENCE.finditer(text):
            pieces += [self._prose(uri, text[end : fence.start()]), self._program(fence)]
            end = fence.end()
        return self._with_footnotes(_joined([*pieces, self._prose(uri, text[end:])]))

    def notebook(self, uri: str, notebook: str) -> str:
        """The page of a lab, from the text of its notebook."""
        pieces = []
        for cell in json.loads(notebook)["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                pieces.append(self._prose(uri, source))
                continue
            pieces.append(f"```python\n{source}\n```")
            for output in cell["outputs"]:
                pieces.append(_output(output))
        return self._with_footnotes(_joined(pieces))

    def _with_footnotes(self, text: str) -> str:
        """A page with the sources that it names at its end."""
        sources = self.evidence.sources.all if self.evidence else {}
        lines = []
        for key in dict.fromkeys(_FOOTNOTE.findall(text)):
            if key in sources:  # or it is among the failures
                source = sources[key]
                quote = f': "{" ".join(source.quote.split())}"' if source.quote else ""
                lines.append(f"[^{key}]: {source.title}, <{source.address}>{quote}\n")
        return text + "".join(["\n", *lines] if lines else [])

    def _program(self, fence: re.Match[str]) -> str:
        """A block of code, with the file that it shows."""
        indent = fence["indent"]
        code = _INCLUDE.sub(self._included, fence["code"])
        language = fence["info"].replace("{", " ").split()[:1]
        title = _TITLE.search(fence["info"])
        name = f"{indent}Program `{title['title']}`:\n\n" if title else ""
        if language == ["output"]:
            name, language = f"{indent}It prints:\n\n", ["text"]
        ticks = fence["ticks"]
        return f"{name}{indent}{ticks}{''.join(language)}\n{code}{indent}{ticks}"

    def _included(self, include: re.Match[str]) -> str:
        file = self.project.folder / include["file"]
        text = file.read_text("utf-8") if file.is_file() else ""  # or it is among the failures
        return "\n".join(include["indent"] + line for line in text.rstrip("\n").split("\n"))

    def _prose(self, uri: str, text: str) -> str:
        """What stands between the blocks of code."""
        if self.ledger and _LEDGER_TABLE in text:
            text = text.replace(_LEDGER_TABLE, _ledger_table(self.ledger))
        if self.ledger:
            draw = self.ledger.draw
            text = _LEDGER.sub(lambda marker: self.tell(draw(marker[0])), text)
        text = self._without_html(_INCLUDE.sub(self._included, text))
        text = _MARKS.sub(lambda marks: self._note(uri, marks[0]), text)
        text = _ABBREVIATION.sub("", _COMMENT.sub("", text))
        text = _CODE_OR_ATTRIBUTES.sub(_kept, text)
        return _LINK.sub(r"](\g<path>.md\g<anchor>)", text)

    def _without_html(self, text: str) -> str:
        """Markdown with its blocks of HTML told in Markdown."""
        lines, raw, tag, depth = [], [""], "", 0
        for line in text.split("\n"):
            opened = None if tag else _HTML_BLOCK.match(line.lstrip(" "))
            if opened and opened["tag"] == "summary":
                lines.append(f"**{self.tell(line).strip()}**")
            elif opened and (line.lstrip().startswith("</") or _HOLDS_MARKDOWN.search(opened[0])):
                lines.append("")
            elif opened or tag:
                tag = tag or str(opened and opened["tag"])
                depth += len(re.findall(rf"<{tag}\b", line)) - line.count(f"</{tag}>")
                raw.append(line)
                if depth <= 0:
                    lines.append(self.tell("\n".join(raw)))
                    raw, tag, depth = [""], "", 0
            else:
                lines.append(line)
        return "\n".join([*lines, *raw])

    def _note(self, uri: str, marks: str) -> str:
        """What proves the statement before some marks, in brackets."""
        try:
            found = [read_mark(marker) for marker in MARKER.finditer(unescape(marks))]
        except ValueError:  # it is among the failures
            return ""
        sources = "".join(f"[^{mark.target}]" for mark in found if mark.kind == "source")
        read = [mark for mark in found if mark.kind in ("proof", "opinion")]
        notes = dict.fromkeys(self._evidence(uri, mark) for mark in read)
        return f"{sources} [{'; '.join(notes)}]" if notes else sources

    def _evidence(self, uri: str, mark: Mark) -> str:
        if mark.kind == "opinion":
            return "a judgement"
        page = mark.target.rpartition("/")[0]
        if page == uri.rpartition(".")[0] and not mark.release:
            return f"proof: {mark.target}"
        quoted = " ".join(f'"{" ".join(words.split())}"' for words in mark.words)
        on = f" on {mark.release}" if mark.release else ""
        return f"proof: {mark.target}{on} printed {quoted}"


def _kept(found: re.Match[str]) -> str:
    """Code as it is, a quotation mark without its backslash, the address of a heading or a place,
    and nothing of other attributes."""
    if found["code"]:
        return found[0]
    if found["place"]:
        return f"{{ #{found['place']} }} "
    if found["quote"]:
        return found["quote"]
    address = found["first"] or ""
    return f" {{ {address} }}" if address.startswith("#") else ""


def _joined(pieces: list[str]) -> str:
    parts = (piece.strip("\n") for piece in pieces)
    text = "\n\n".join(part for part in parts if part.strip())
    tidied, end = [], 0
    for fence in _FENCE.finditer(text):
        tidied += [_EMPTY_LINES.sub("\n\n", text[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*tidied, _EMPTY_LINES.sub("\n\n", text[end:])]) + "\n"


def _output(output: dict[str, Any]) -> str:
    """What a cell printed, or the text alternative of what it drew."""
    if output["output_type"] == "stream":
        printed = "".join(output["text"])
        return f"It prints:\n\n```text\n{printed.rstrip()}\n```"
    data = output["data"]
    return f"[Picture: {''.join(data['text/plain'])}]"


def _without_boxes(markdown: str) -> str:
    """Markdown with what stands in boxes and tabs moved to the left, each under its title."""
    lines: list[str] = []
    inside: list[int] = []
    fence = ""
    for line in markdown.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        while line.strip() and not fence and inside and indent <= inside[-1]:
            inside.pop()
        lines.append(line[4 * len(inside) :] if line.strip() else "")
        ticks = re.match(r"`{3,}", line.lstrip(" "))
        if ticks and fence in ("", ticks[0]):
            fence = "" if fence else ticks[0]
        box = None if fence else _BOX.fullmatch(line.strip())
        if box and not ticks:
            inside.append(indent)
            lines[-1] = f"**{box['title'] or box['kind'].capitalize()}**\n"
    return "\n".join(lines)


def _ledger_table(pages: LedgerPages) -> str:
    """Each claim, what it is today, and on which releases it was seen, by section."""
    lines: list[str] = []
    for section, page in pages.config.sections.items():
        name = page.removesuffix(".html")
        lines += [f"**Section {section}**, [{name}]({page})", ""]
        lines += ["| claim | today | seen on |", "| --- | --- | --- |", *_rows(pages, section), ""]
    return "\n".join(lines)


def _rows(pages: LedgerPages, section: str) -> Iterator[str]:
    for name, claim in pages.claims.items():
        if claim.section == section:
            row = pages.now.get(name)
            today = pages.word_now(row) if row else ""
            seen = pages.ledger.seen_on(name).removeprefix("seen ")
            yield f"| `{name}`: {claim.sentence} | {today} | {seen} |"
