"""The rules of a page and of what lies beside it: each one that is broken is a failure at its line.

`Rules` judges fences when Sybil evaluates them, and what is between them.
"""

import ast
import html
import os
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import markdown
from sybil import Example

from tools.failure import Failure, at
from tools.pages.compare import broken, compare
from tools.pages.page import Fence, Page, flattened
from tools.project import Project
from tools.runner.program import OUTPUT, PRODUCTS, Program
from tools.runner.run import Run

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
_MAY_HOLD_CODE = re.compile(r"(?m)^ {4}|^ {0,3}>|\t|[-*+.)] {5}|<pre\b")
_MARKER = re.compile(r"[ ]*(?P<signs>`{3,}|~{3,})")
_HANDLER = re.compile(r"(?i)(?<!`)<[a-z][^<>`]*?\s(?P<name>on[a-z]+)\s*=")
_INCLUDE = re.compile(r"""(?m)^[ \t]*-+8<-+[ \t]*(?P<file>["'][^"'\n]*["'])?[ \t]*$""")


class Rules:
    """The rules, for one project and the runs of its programs.

    A program with no run in `runs` (it could not be run here) is not compared.
    """

    def __init__(self, project: Project, runs: Mapping[Program, Run]) -> None:
        self.project = project
        self.runs = runs

    @cached_property
    def pages(self) -> list[Page]:
        """All pages of the project."""
        return [Page(self.project, path, self.evaluate) for path in self.project.pages]

    def failures(self) -> Iterator[Failure]:
        """All that is wrong with pages, and between them and the programs."""
        for page in self.pages:
            yield from self._on_page(page)
        yield from self._of_programs()
        yield from self._of_packages()
        yield from self._left_over()

    def evaluate(self, example: Example) -> None:
        """Sybil's evaluator: judge one fence. Raises `Failure`."""
        fence: Fence = example.parsed
        self._must_be_whole(fence)
        if fence.language == "python":
            self._judge_program(fence)
        elif fence.language == "output":
            self._judge_output(fence)
        else:
            self._judge_other(fence)

    def _on_page(self, page: Page) -> Iterator[Failure]:
        for example in page.examples():
            try:
                example.evaluate()
            except Failure as failure:
                yield failure
        yield from self._stray_includes(page)
        yield from _unfenced_code(page)
        yield from _handlers(page)

    def _must_be_whole(self, fence: Fence) -> None:
        """A fence is a block of its own, and ends where it ends on the page: Markdown would take it
        for a part of the paragraph above, and a line of the included file for its end."""
        lines = fence.page.lines
        above = lines[fence.line - 2].strip() if fence.line > 1 else ""
        if above and not _MARKER.match(above):
            what = "a fence needs an empty line above it, or it is a part of the paragraph there"
            raise Failure((fence.place,), what)
        marker = _MARKER.match(lines[fence.line - 1])
        if not marker or not fence.file or not self.project.has(fence.file):
            return
        text = (self.project.folder / fence.file).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip().startswith(marker["signs"]):
                file = at(f"{self.project.config.programs}/{fence.file}", number)
                longer = marker["signs"] + marker["signs"][0]
                what = f"{fence.file} has a line that would end this fence: write it with {longer}"
                raise Failure((fence.place, file), what)

    def _judge_program(self, fence: Fence) -> None:
        program, folder = fence.shown, self.project.config.programs
        if not program:
            include = f'--8<-- "{fence.page.name}/<name>.py"'
            what = f"a Python fence holds one include and nothing else: {include}"
            raise Failure((fence.place,), what, fence.text)
        if not self.project.has(f"{program.key}.py"):
            raise Failure((fence.place, at(program)), f"includes {program}, which does not exist")
        if self.project.page_of(program) != fence.page.name:
            what = f"a page shows the programs of its own folder, {folder}/{fence.page.name}/"
            raise Failure((fence.place,), what)
        if self.project.is_module(program):
            return  # it prints nothing by itself
        if not fence.next or fence.next.language != "output":
            what = f"the fence below shows what {program} prints: it is missing"
            raise Failure((fence.place,), what)
        run = self.runs.get(program)
        if run and run.fault:
            raise broken(program, run, fence.place)

    def _judge_output(self, fence: Fence) -> None:
        program = fence.shown
        if not program:
            raise Failure((fence.place,), "an output fence stands below the fence of its program")
        if self.project.is_module(program):
            what = f"{program} is a file of a package and prints nothing: no output fence below it"
            raise Failure((fence.place, at(program)), what)
        expected = f"{program.key}{OUTPUT}"
        if fence.file != expected:
            what = "this output fence holds the include of its program's output"
            raise Failure((fence.place, at(program)), f'{what}: --8<-- "{expected}"', fence.text)
        run = self.runs.get(program)
        if run and not run.fault:
            compare(program, OUTPUT, run, fence.place)

    def _judge_other(self, fence: Fence) -> None:
        """A fence that is no program and no output: typed text, or a file beside the programs."""
        if self._is_data_of(fence.page, fence.file):
            return
        if fence.language not in TYPED:
            name = repr(fence.language) if fence.language else "no language"
            what = f"a fence in {name} cannot be checked; typed text is one of {', '.join(TYPED)}"
            raise Failure((fence.place,), what)
        if fence.language == "text" and _is_python(fence.text):
            what = f"Python typed into a page: make it a program in {self.project.config.programs}/"
            raise Failure((fence.place,), what, fence.text)

    def _is_data_of(self, page: Page, file: str) -> bool:
        """Whether a file is one that lies beside the programs of this page."""
        is_data = self.project.has(file) and not file.endswith((".py", *PRODUCTS))
        return is_data and os.path.dirname(file) == page.name

    def _stray_includes(self, page: Page) -> Iterator[Failure]:
        """Includes outside the fences: only what a program of the page drew."""
        for include in _INCLUDE.finditer(page.prose):
            place = page.place_in_prose(include.end())
            file = (include["file"] or "").strip("\"'")
            if not file.endswith(PRODUCTS[1:]) or os.path.dirname(file) != page.name:
                what = "outside a fence: only .svg and .html of this page's programs"
                yield Failure((place,), f"an include of {file!r} {what}")
            elif not self.project.has(file):
                folder = self.project.config.programs
                yield Failure((place,), f"includes {folder}/{file}, which does not exist")

    def _of_programs(self) -> Iterator[Failure]:
        """What is wrong with programs and the files of packages, beside what they print."""
        config = self.project.config
        shown = {program for page in self.pages for program in page.programs}
        for program in [*self.project.programs, *self.project.modules]:
            if self.project.is_lab(program):
                continue
            if program not in shown:
                where = f"{config.pages}/{self.project.page_of(program)}.md"
                what = f"{program} is on no page: show it in {where}, or remove it"
                yield Failure((at(program),), what)
            lines = sum(bool(line.strip()) for line in program.source.splitlines())
            ledger = (
                config.ledger if config.ledger and program.page == config.ledger.folder else None
            )
            least, most = ledger.lines if ledger else config.lines
            if lines < least or (lines > most and not program.is_long):
                has = f"{program} has {lines} lines that are not blank"
                what = f"{has}, and a program has {least} to {most}"
                yield Failure((at(program),), what)
        for program in self.project.programs:
            yield from self._drawn_otherwise(program)

    def _of_packages(self) -> Iterator[Failure]:
        """The files of packages that no program of their page imports."""
        for module in self.project.modules:
            if not self._may_be_imported(module):
                page = f"{self.project.config.pages}/{self.project.page_of(module)}.md"
                what = f"{module} is imported by no program of {page}: import it, or remove it"
                yield Failure((at(module),), what)

    def _left_over(self) -> Iterator[Failure]:
        """Outputs and pictures beside which no program lies."""
        keys = {program.key for program in self.project.programs}
        for file in sorted(self.project.files):
            stem, suffix = os.path.splitext(file)
            if suffix in PRODUCTS and stem not in keys:
                name = f"{self.project.config.programs}/{file}"
                yield Failure((at(name),), f"{name} belongs to no program: remove it")

    def _may_be_imported(self, module: Program) -> bool:
        """Whether a program of its page reads a file of a package, as far as their runs can say:
        one that was not run, or failed, may read it."""
        page, file = self.project.page_of(module), f"{module.key}.py"
        programs = [program for program in self.project.programs if program.page == page]
        runs = [self.runs.get(program) for program in programs]
        return any(not run or run.fault or file in run.reads for run in runs)

    def _drawn_otherwise(self, program: Program) -> Iterator[Failure]:
        """What a program writes, or once wrote, beside what it prints."""
        run = self.runs.get(program)
        if not run or run.fault or self.project.is_lab(program):
            return
        for suffix in PRODUCTS[1:]:
            if suffix in run.products or self.project.has(program.product(suffix)):
                try:
                    compare(program, suffix, run)
                except Failure as failure:
                    yield failure


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


def _unfenced_code(page: Page) -> Iterator[Failure]:
    """Code that a page shows without a fence: an indented block, or `<pre>` in HTML."""
    prose = page.prose
    if not _MAY_HOLD_CODE.search(flattened(prose)):
        return  # rendering is slow, and most pages have none
    rendered = markdown.markdown(prose, extensions=list(_BLOCKS), extension_configs=_BLOCK_OPTIONS)
    for block in re.finditer(r"<pre\b[^>]*>(?P<html>.*?)</pre>", rendered, re.DOTALL):
        text = html.unescape(re.sub(r"<[^>]*>", "", block["html"])).strip()
        first = text.splitlines()[0].strip() if text else "<pre"
        place = page.place_in_prose(max(prose.find(first), 0))
        what = "code outside a fence: an indented block or <pre>; write a fence"
        yield Failure((place,), what, text)


def _handlers(page: Page) -> Iterator[Failure]:
    """Scripts in attributes, such as `onclick`: under the policy of the site none would run."""
    for found in _HANDLER.finditer(page.prose):
        what = f"{found['name']} is a script in an attribute, which the policy of the site stops"
        where = f"listen for the event in a file of {page.project.config.pages}/assets/"
        yield Failure((page.place_in_prose(found.start("name")),), f"{what}: {where}")
