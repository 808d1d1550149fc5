"""Marks: the HTML comments that say what proves the statement before them.

- `<!-- proof: PAGE/PROGRAM "words" -->` names a program and words of its output,
- `<!-- proof: ledger/CLAIM "words" -->` a claim of the ledger, as it is today,
- `<!-- proof: ledger/CLAIM on RELEASE "words" -->` one of its rows,
- `<!-- source: KEY -->` an entry of the file of sources;
- `<!-- opinion -->` says that a statement is a judgement;
- `<!-- value: PAGE/PROGRAM "words {} words" -->` stands for what an output has at `{}`.

A statement is the text of a block (a paragraph, a row of a table, a piece of HTML) from the mark
before it, or the beginning, up to its mark. Marks that follow one another prove the same statement.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from markdown_it import MarkdownIt

from tools.pages.names import Prose
from tools.pages.page import flattened
from tools.runner.program import Program
from tools.runner.run import Run

KINDS = ("proof", "source", "opinion")
MARKER = re.compile(r"<!--\s*(?P<kind>proof|source|opinion|value)\b(?P<rest>.*?)-->", re.DOTALL)
VERDICT = re.compile(r"<!-- verdict: [\w-]+ -->")

_PROOF = re.compile(
    r"\s*:\s*(?P<target>[\w./-]+)(?:\s+on\s+(?P<release>[\w.-]+))?(?P<words>(?:\s+\"\s*[^\"\s][^\"]*\")+)\s*"
)
_SOURCE = re.compile(r"\s*:\s*(?P<target>[\w-]+)\s*")
_parser = MarkdownIt("commonmark").enable("table")


class Text(Prose, Protocol):
    """What states something: a page, or a lab. As a text, it is its file."""

    @property
    def name(self) -> str:
        """What `make record` calls it."""
        ...

    @property
    def uri(self) -> str:
        """What MkDocs calls its page."""
        ...

    def results(self, runs: Mapping[Program, Run]) -> Iterator[tuple[int, bool]]:
        """Where its text is interrupted: the line behind which it goes on, and whether a result
        is shown there."""
        ...


@dataclass(frozen=True)
class Mark:
    """One mark: its kind, what it names, the release of a row, and the words that it quotes."""

    kind: str
    target: str = ""
    release: str = ""
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The mark as it is written, without its brackets."""
        if self.kind == "opinion":
            return self.kind
        on = f" on {self.release}" if self.release else ""
        return " ".join(
            [f"{self.kind}: {self.target}{on}", *(f'"{piece}"' for piece in self.words)]
        )


@dataclass(frozen=True)
class Statement:
    """A statement, the line on which it begins, and the marks that prove it; without one it is the
    rest of a block."""

    page: Text
    line: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def has_verdict(self) -> bool:
        """Whether a verdict of the ledger is filled into it."""
        return VERDICT.search(self.text) is not None


@dataclass(frozen=True)
class Block:
    """A block of a text: its kind in markdown-it's words, its first line, its text, whether it is
    an item of a list, and the headings that it stands under."""

    page: Text
    kind: str
    line: int
    end: int
    text: str
    item: bool
    quoted: bool
    heading: str

    @property
    def statements(self) -> list[Statement]:
        """What the block states, in order; a row of a table is one statement."""
        found: list[Statement] = []
        position = 0
        for marker in MARKER.finditer(self.text):
            mark = read_mark(marker)
            if mark.kind == "value":
                continue
            said = self._plain(self.text[position : marker.start()])
            if found and not said:
                found[-1] = self._with(found[-1], mark)
            else:
                found.append(Statement(self.page, self._line_of(position), said, (mark,)))
            position = marker.end()
        if self.kind == "tr" and found:
            marks = tuple(mark for one in found for mark in one.marks)
            return [Statement(self.page, self.line, self._plain(self.text), marks)]
        rest = self._plain(self.text[position:])
        if re.sub(r"<[^!][^>]*>", "", rest).strip():  # an anchor alone says nothing
            found.append(Statement(self.page, self._line_of(position), rest, ()))
        return found

    def _with(self, statement: Statement, mark: Mark) -> Statement:
        marks = (*statement.marks, mark)
        return Statement(self.page, statement.line, statement.text, marks)

    def _line_of(self, position: int) -> int:
        text = self.text[position:]
        blank = len(text) - len(text.lstrip())
        return self.line + self.text[: position + blank].count("\n")

    def _plain(self, text: str) -> str:
        """A text as the file of pairs has it: no marks, no signs of lists and tables."""
        text = MARKER.sub(lambda marker: marker[0] if marker["kind"] == "value" else "", text)
        if self.kind == "html_block":
            labels = re.findall(r'(?:aria-label|alt)="([^"]*)"', text)
            inside = re.findall(r"<figcaption[^>]*>(.*?)</figcaption>", text, re.DOTALL)
            text = " ".join([*labels, *inside]) or re.sub(r"<[^!][^>]*>", " ", text)
        if self.kind == "tr":
            text = text.strip().strip("|")
        return " ".join(re.sub(r"^\s*([-*+]|\d+\.)\s+", "", text).split())


def read_mark(marker: re.Match[str]) -> Mark:
    """The mark that a match of `MARKER` is. Raises `ValueError` that says how it is written."""
    kind, rest = marker["kind"], marker["rest"]
    if kind == "opinion":
        if rest.strip():
            raise ValueError("a judgement is marked <!-- opinion -->")
        return Mark(kind)
    if kind == "source":
        found = _SOURCE.fullmatch(rest)
        if not found:
            raise ValueError("a source is marked <!-- source: KEY -->")
        return Mark(kind, found["target"])
    found = _PROOF.fullmatch(rest)
    words = tuple(re.findall(r'"([^"]+)"', found["words"])) if found else ()
    if not found or (kind == "value" and (len(words) != 1 or words[0].count("{}") != 1)):
        how = "words {} words" if kind == "value" else "words of its output"
        raise ValueError(f'{kind} is written <!-- {kind}: PAGE/PROGRAM "{how}" -->')
    return Mark(kind, found["target"], found["release"] or "", words)


def marks_of(page: Text) -> Iterator[tuple[str, Mark | ValueError]]:
    """Each marker of a text with its place; the error of one that cannot be read."""
    for marker in MARKER.finditer(page.prose):
        place = page.place_in_prose(marker.start())
        try:
            yield place, read_mark(marker)
        except ValueError as error:
            yield place, error


def blocks_of(page: Text) -> list[Block]:
    """The blocks of a text that can state something, headings among them."""
    text = flattened(page.prose)
    lines = text.splitlines()
    found: list[Block] = []
    heading, depth, quotes, in_body = "", 0, 0, False
    for token in _parser.parse(text):
        depth += token.nesting if token.type.startswith("list_item") else 0
        quotes += token.nesting if token.type.startswith("blockquote") else 0
        if token.type in ("tbody_open", "tbody_close"):
            in_body = token.nesting == 1
        kind = token.type.removesuffix("_open")
        if token.map is None or kind not in ("heading", "paragraph", "html_block", "tr"):
            continue
        first, last = token.map
        own = "\n".join(lines[first:last])
        if kind == "heading":
            heading = re.sub(r"\{.*?\}", "", own).strip("# ")
        if kind != "tr" or in_body:
            found.append(Block(page, kind, first + 1, last, own, depth > 0, quotes > 0, heading))
    return found
