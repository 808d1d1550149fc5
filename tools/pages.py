"""Pages: Sybil finds their fences, and each fence is held against the rules.

Four words: a *page* is `docs/<page>.md`; a *fence* is a fenced block on it; an *include* is the
line `--8<-- "<page>/<name>.py"` that pymdownx.snippets replaces by a file of `examples/`; such a
file is a *program*.
"""

import ast
import difflib
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import markdown
from sybil import Document, Example, Region
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

from tools.failure import Failure, at
from tools.program import OUTPUT, PRODUCTS, Program
from tools.run import Run

TYPED = ("sh", "text", "toml", "yaml", "json", "markdown", "make")
"""Languages that may be typed into a page. All other code comes from a file that was run."""

_BLOCKS = (
    "md_in_html",
    "attr_list",
    "admonition",
    "tables",
    "pymdownx.details",
    "pymdownx.tabbed",
)
_BLOCK_OPTIONS = {"pymdownx.tabbed": {"alternate_style": True}}
_FENCES = RawFencedCodeBlockLexer(re.compile(r"(?P<info>[^\n]*)\n?"))
_INCLUDE = re.compile(r"""(?m)^[ \t]*-+8<-+[ \t]*(?P<file>["'][^"'\n]*["'])?[ \t]*$""")
_WHOLE_FILE = re.compile(r'--8<-- "(?P<file>[^":\n]+)"')


@dataclass(frozen=True)
class Fence:
    """A fenced block: the page that it is on, the line it begins at, its language and text.

    `file` is what it includes, relative to `examples/`; empty unless that is all that it holds.
    `shown` is the program that the fence is about: the included one, or for an output the one
    in the fence before.
    """

    page: "Page"
    line: int
    language: str
    text: str
    file: str
    shown: Program | None

    @property
    def place(self) -> str:
        return at(self.page, self.line)


class Page:
    """One page, its fences, and the programs that it shows."""

    def __init__(self, root: Path, path: Path) -> None:
        self.root = root
        self.name = path.relative_to(root / "docs").with_suffix("").as_posix()
        self._shown: Program | None = None
        self.document = Document.parse(str(path), self._parse)
        self.fences: list[Fence] = [example.parsed for example in self.document.examples()]

    def __str__(self) -> str:
        return f"docs/{self.name}.md"

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def programs(self) -> dict[Program, Fence]:
        """The programs on the page, each with the fence that shows it."""
        fences = [fence for fence in self.fences if fence.language == "python"]
        return {fence.shown: fence for fence in fences if fence.shown}

    @cached_property
    def prose(self) -> str:
        """The text with its fences emptied, line for line."""
        pieces, end = [], 0
        for _, region in self.document.regions:
            block = self.text[region.start : region.end]
            pieces += [self.text[end : region.start], "\n" * block.count("\n")]
            end = region.end
        return "".join([*pieces, self.text[end:]])

    def place_in_prose(self, position: int) -> str:
        """The place of a position in the prose."""
        return at(self, self.prose.count("\n", 0, position) + 1)

    def examples(self, runs: Mapping[Program, Run]) -> Iterator[Example]:
        """Sybil's examples; each, when evaluated, raises a `Failure` if a rule does not hold.

        A program with no run in `runs` (it could not be run here) is not compared.
        """
        self.document.namespace["runs"] = runs
        yield from self.document.examples()

    def _parse(self, document: Document) -> Iterator[Region]:
        end = 0
        for region in sorted(_FENCES(document), key=lambda region: region.start):
            if region.start >= end:  # a fence inside a fence is text of the outer one
                end = region.end
                fence = self._fence(document, region)
                self._shown = fence.shown
                yield Region(region.start, region.end, fence, evaluate)

    def _fence(self, document: Document, region: Region) -> Fence:
        words = region.lexemes["info"].replace("{", " ").replace("}", " ").split()
        language = words[0].lstrip(".").lower() if words else ""
        text = str(region.lexemes["source"])
        include = _WHOLE_FILE.fullmatch(text.strip("\n"))
        file = include["file"] if include else ""
        shown = self._shown
        if language != "output":
            folder, _, name = file.removesuffix(".py").rpartition("/")
            shown = Program(self.root, folder, name) if file.endswith(".py") else None
        line = document.text.count("\n", 0, region.start) + 1
        return Fence(self, line, language, text, file, shown)


def find_pages(root: Path) -> list[Page]:
    """All pages of the project at `root`, sorted. Raises `Failure` where there is none."""
    paths = sorted((root / "docs").rglob("*.md"))
    if not paths:
        raise Failure((at("docs"),), "holds no page: is this the project's root?")
    return [Page(root, path) for path in paths]


def evaluate(example: Example) -> None:
    """Sybil's evaluator: hold one fence against the rules. Raises `Failure`."""
    fence: Fence = example.parsed
    if fence.language == "python":
        _check_program(fence, example.namespace["runs"])
    elif fence.language == "output":
        _check_output(fence, example.namespace["runs"])
    else:
        _check_other(fence)


def _check_program(fence: Fence, runs: Mapping[Program, Run]) -> None:
    program = fence.shown
    if not program:
        include = f'--8<-- "{fence.page.name}/<name>.py"'
        what = f"a Python fence holds one include and nothing else: {include}"
        raise Failure((fence.place,), what, fence.text)
    if not program.path.exists():
        raise Failure((fence.place, at(program)), f"includes {program}, which does not exist")
    if program.page != fence.page.name:
        raise Failure(
            (fence.place,),
            f"a page shows the programs of its own folder, examples/{fence.page.name}/",
        )
    following = [other for other in fence.page.fences if other.line > fence.line][:1]
    if not following or following[0].language != "output":
        raise Failure(
            (fence.place,),
            f"the fence below shows what {program} prints: it is missing",
        )
    run = runs.get(program)
    if run and run.fault:
        raise Failure((fence.place, at(program, run.line)), f"{program} {run.fault}", run.stderr)


def _check_output(fence: Fence, runs: Mapping[Program, Run]) -> None:
    program = fence.shown
    if not program:
        raise Failure((fence.place,), "an output fence stands below the fence of its program")
    expected = f"{program.page}/{program.name}{OUTPUT}"
    if fence.file != expected:
        what = f'this output fence holds the include of its program\'s output: --8<-- "{expected}"'
        raise Failure((fence.place, at(program)), what, fence.text)
    run = runs.get(program)
    if run and not run.fault:
        compare(program, OUTPUT, run, fence.place)


def compare(program: Program, suffix: str, run: Run, *places: str) -> None:
    """Compare what a program wrote with what is kept beside it. Raises `Failure`."""
    kept = program.product(suffix)
    name = f"examples/{program.page}/{kept.name}"
    if not kept.exists():
        what = f"{name} is missing: write it with `make record ONLY={program.page}/{program.name}`"
        raise Failure((*places, at(program)), what)
    if suffix not in program.compared:
        return
    before = kept.read_text(encoding="utf-8")
    now = run.products.get(suffix, "")
    if before == now:
        return
    line = _first_difference(before, now)
    wrote = (
        run.written_by[line - 1] if suffix == OUTPUT and line <= len(run.written_by) else run.line
    )
    shown = difflib.unified_diff(
        before.splitlines(), now.splitlines(), name, "this run", n=1, lineterm=""
    )
    what = f"{program} writes nothing any more" if not now else f"{program} writes something else"
    raise Failure((*places, at(name, line), at(program, wrote)), what, "\n".join(list(shown)[:40]))


def _first_difference(before: str, now: str) -> int:
    """The first line, from 1, at which two texts differ."""
    pairs = enumerate(zip(before.splitlines(True), now.splitlines(True), strict=False), start=1)
    shorter = min(before.count("\n"), now.count("\n"))
    return next((number for number, (old, new) in pairs if old != new), shorter + 1)


def _check_other(fence: Fence) -> None:
    """A fence that is no program and no output: typed text, or a file beside the programs."""
    if _is_data_of(fence.page, fence.file):
        return
    if fence.language not in TYPED:
        typed = ", ".join(TYPED)
        what = f"a fence in {fence.language!r} cannot be checked; typed text is one of {typed}"
        raise Failure(
            (fence.place,),
            what if fence.language else what.replace("''", "no language"),
        )
    if fence.language == "text" and _is_python(fence.text):
        raise Failure(
            (fence.place,),
            "Python typed into a page: make it a program in examples/",
            fence.text,
        )


def _is_data_of(page: Page, file: str) -> bool:
    """Whether a file of `examples/` is one that the programs of this page read."""
    path = page.root / "examples" / file
    is_data = path.is_file() and path.suffix not in (".py", *PRODUCTS)
    return is_data and path.parent == page.root / "examples" / page.name


def _is_python(text: str) -> bool:
    """Whether a text is Python that does something, and not words that happen to parse."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    doing = (
        ast.Import,
        ast.ImportFrom,
        ast.Assign,
        ast.Call,
        ast.FunctionDef,
        ast.ClassDef,
    )
    return any(isinstance(node, doing) for node in ast.walk(tree))


def unfenced_code(page: Page) -> Iterator[Failure]:
    """Code that a page shows without a fence: an indented block, or `<pre>` in HTML."""
    prose = page.prose
    rendered = markdown.markdown(prose, extensions=list(_BLOCKS), extension_configs=_BLOCK_OPTIONS)
    for block in re.finditer(r"<pre\b[^>]*>(?P<html>.*?)</pre>", rendered, re.DOTALL):
        text = html.unescape(re.sub(r"<[^>]*>", "", block["html"])).strip()
        first = text.splitlines()[0].strip() if text else "<pre"
        place = page.place_in_prose(max(prose.find(first), 0))
        what = "code outside a fence: an indented block or <pre>; write a fence"
        yield Failure((place,), what, text)


def stray_includes(page: Page) -> Iterator[Failure]:
    """Includes outside the fences: only pictures and fragments that a program of the page wrote."""
    for include in _INCLUDE.finditer(page.prose):
        place = page.place_in_prose(include.end())
        file = (include["file"] or "").strip("\"'")
        path = page.root / "examples" / file
        if path.suffix not in PRODUCTS[1:] or path.parent != page.root / "examples" / page.name:
            what = "outside a fence: only .svg and .html of this page's programs"
            yield Failure((place,), f"an include of {file!r} {what}")
        elif not path.exists():
            yield Failure((place,), f"includes examples/{file}, which does not exist")
