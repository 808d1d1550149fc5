"""A page: Sybil finds its fences.

Four words: a *page* is a Markdown file; a *fence* is a fenced block on it; an *include* is the
line `--8<-- "<page>/<name>.py"` that pymdownx.snippets replaces by a file of the folder of
programs; such a file is a *program*.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sybil import Document, Example, Region
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

from tools.failure import at
from tools.project import Project
from tools.runner.program import Program
from tools.runner.run import Run

_FENCES = RawFencedCodeBlockLexer(re.compile(r"(?P<info>[^\n]*)\n?"))
_CONTAINER = re.compile(r"(\?\?\?\+?|!!!|===!?\+?) ")
_WHOLE_FILE = re.compile(r'--8<-- "(?P<file>[^":\n]+)"')


@dataclass(frozen=True)
class Fence:
    """A fenced block: the page that it is on, the line it begins at, its language and text.

    `file` is what it includes, relative to the folder of programs; empty unless that is all that it
    holds. `shown` is the program that the fence is about: the included one, or for an output the
    one in the fence before. `number` counts the fences of the page from 0.
    """

    page: "Page"
    number: int
    line: int
    language: str
    text: str
    file: str
    shown: Program | None

    @property
    def place(self) -> str:
        return at(self.page, self.line)

    @property
    def next(self) -> "Fence | None":
        """The fence below."""
        return next(iter(self.page.fences[self.number + 1 : self.number + 2]), None)


class Page:
    """One page, its fences, and the programs that it shows.

    `evaluate` is what Sybil calls to judge a fence.
    """

    def __init__(self, project: Project, path: Path, evaluate: Callable[[Example], None]) -> None:
        self.project = project
        pages = project.root / project.config.pages
        self.name = path.relative_to(pages).with_suffix("").as_posix()
        self._evaluate = evaluate
        self._shown: Program | None = None
        self._starts: list[int] = []
        self.document = Document.parse(str(path), self._parse)
        self.fences: list[Fence] = [example.parsed for example in self.examples()]

    def __str__(self) -> str:
        return f"{self.project.config.pages}/{self.name}.md"

    @property
    def uri(self) -> str:
        """The page relative to the folder of pages, as MkDocs names it."""
        return f"{self.name}.md"

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def programs(self) -> dict[Program, Fence]:
        """The programs on the page, each with the fence that shows it."""
        fences = [fence for fence in self.fences if fence.language == "python"]
        return {fence.shown: fence for fence in fences if fence.shown}

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def prose(self) -> str:
        """The text with its fences emptied, line for line."""
        pieces, end = [], 0
        for _, region in self.document.regions:
            block = self.text[region.start : region.end]
            pieces += [self.text[end : region.start], "\n" * block.count("\n")]
            end = region.end
        return "".join([*pieces, self.text[end:]])

    @cached_property
    def _ends(self) -> list[int]:
        """Where the lines of the prose end."""
        return [found.start() for found in re.finditer("\n", self.prose)]

    def place_in_prose(self, position: int) -> str:
        """The place of a position in the prose."""
        return at(self, bisect_left(self._ends, position) + 1)

    def results(self, runs: Mapping[Program, Run]) -> Iterator[tuple[int, bool]]:
        """The line of each fence, and whether it shows a result."""
        for fence in self.fences:
            yield fence.line, fence.language == "output"

    def examples(self) -> Iterator[Example]:
        """Sybil's examples, a fence each; each is judged when it is evaluated."""
        yield from self.document.examples()

    def _parse(self, document: Document) -> Iterator[Region]:
        self._starts = [0, *(found.end() for found in re.finditer("\n", document.text))]
        end, number = 0, 0
        for region in sorted(_FENCES(document), key=lambda region: region.start):
            if region.start >= end:  # a fence inside a fence is text of the outer one
                end = region.end
                fence = self._fence(region, number)
                self._shown, number = fence.shown, number + 1
                yield Region(region.start, region.end, fence, self._evaluate)

    def _fence(self, region: Region, number: int) -> Fence:
        words = region.lexemes["info"].replace("{", " ").replace("}", " ").split()
        language = words[0].lstrip(".").lower() if words else ""
        text = str(region.lexemes["source"])
        include = _WHOLE_FILE.fullmatch(text.strip("\n"))
        file = include["file"] if include else ""
        shown = self._shown
        if language != "output":
            folder, _, name = file.removesuffix(".py").rpartition("/")
            is_program = file.endswith(".py")
            shown = Program(self.project.folder, folder or ".", name) if is_program else None
        line = bisect_right(self._starts, region.start)
        return Fence(self, number, line, language, text, file, shown)


def flattened(prose: str) -> str:
    """The prose with its front matter emptied and what stands in boxes and tabs moved to the left,
    line for line: plain Markdown knows neither."""
    lines = prose.splitlines()
    if lines[:1] == ["---"] and "---" in lines[1:]:
        end = lines.index("---", 1)
        lines[: end + 1] = [""] * (end + 1)
    inside: list[int] = []
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        while line.strip() and inside and indent <= inside[-1]:
            inside.pop()
        lines[number] = line[4 * len(inside) :] if line.strip() else ""
        if _CONTAINER.match(line.lstrip(" ")):
            inside.append(indent)
            lines[number] = ""
    return "\n".join(lines)
