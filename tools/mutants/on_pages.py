"""Changes of pages: each must be a failure of the check, with the runs that there are."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from pathlib import Path

import msgspec

from tools.failure import Failure
from tools.ledger.markers import marker_failures
from tools.mutants.changes import Change
from tools.pages.names import find_mentions, name_failures
from tools.pages.page import Page
from tools.pages.rules import Rules
from tools.project import Project
from tools.report import Report
from tools.runner.program import OUTPUT, Program
from tools.runner.runner import Runner
from tools.runner.store import Store


def on_pages(report: Report, only: str, runner: Runner) -> Iterator[tuple[Page, Change, bool]]:
    """Change the pages that `only` names, all when it is empty; yield each change with whether it
    stays unnoticed."""
    pages = [page for page in Rules(report.project, {}).pages if only in ("", page.name)]

    def by_rules(project: Project) -> Iterator[Failure]:
        return Rules(project, report.runs).failures()

    for page in pages:
        for change in _of_fences(page, report.project.programs):
            yield page, change, not _judged(report, {page: change.apply(page.text)}, by_rules)
    yield from _words_unnoticed(report, pages, runner)


def _judged(
    report: Report, texts: Mapping[Page, str], judge: Callable[[Project], Iterable[Failure]]
) -> list[Failure]:
    """What is wrong with the project when some of its pages have other texts."""
    project = report.project
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        changed = {Path(folder, f"{page.name}.md"): text for page, text in texts.items()}
        for path in project.pages:
            name = path.relative_to(project.root / project.config.pages)
            changed.setdefault(Path(folder, name), path.read_text(encoding="utf-8"))
        for path, text in changed.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        config = msgspec.structs.replace(project.config, pages=folder)
        return list(judge(Project(project.root, config, project.files)))


def _of_fences(page: Page, programs: list[Program]) -> Iterator[Change]:
    """Each fence of a program or an output: without its include, with another one, and not at
    all."""
    shown = list(page.programs)
    for _, region in page.document.regions:
        fence = region.parsed
        suffix = {"python": ".py", "output": OUTPUT}.get(fence.language)
        if not suffix:
            continue
        include = f'--8<-- "{fence.file}"'
        start = page.text.index(include, region.start)
        other = _after(fence.shown, shown if len(shown) > 1 else programs)
        if other != fence.shown:
            yield Change(start, include, f'--8<-- "{other.key}{suffix}"', "another include")
        yield Change(start, include, "print(1)" if suffix == ".py" else "1", "typed")
        if suffix == OUTPUT:
            yield Change(region.start, page.text[region.start : region.end], "", "no output")


def _after(program: Program, programs: list[Program]) -> Program:
    """The next one of these programs; the first one after the last."""
    return programs[(programs.index(program) + 1) % len(programs)]


def _words_unnoticed(
    report: Report, pages: list[Page], runner: Runner
) -> Iterator[tuple[Page, Change, bool]]:
    """Change a letter of each name of the API and of each claim: all at once, since each has to
    fail at its own line, and looking up names takes seconds."""
    roots = report.project.config.names.roots
    changes = {page: list(_of_words(page, roots)) for page in pages}
    texts = {
        page: reduce(lambda text, each: each.apply(text), reversed(found), page.text)
        for page, found in changes.items()
    }

    def by_words(project: Project) -> Iterator[Failure]:
        changed = Rules(project, {}).pages
        if report.ledger:
            yield from marker_failures(report.ledger, changed)
        yield from name_failures(
            changed, roots, Store(Path(project.config.pages), project.config), runner
        )

    wrong = _judged(report, texts, by_words)
    for page in pages:
        for change in changes[page]:
            place = f"/{page.name}.md:{change.line(page.text)}"
            seen = (each.places[0].endswith(place) and change.new in each.what for each in wrong)
            yield page, change, not any(seen)


def _of_words(page: Page, roots: Iterable[str]) -> Iterator[Change]:
    """The names of claims and of the API on a page, each with its last letter changed, in the order
    of the text. A name that is marked as gone has nothing that holds it."""
    found: set[tuple[int, str]] = set()
    for marker in re.finditer(r"<!-- verdict: ([\w-]+) -->", page.prose):
        line = page.prose.count("\n", 0, marker.start())
        found.update(_in_line(page, line, marker[1]))
    for mention in find_mentions(page, roots):
        if not mention.gone:
            line = int(mention.place.rpartition(":")[2]) - 1
            found.update(_in_line(page, line, mention.name))
    for start, name in sorted(found):
        yield Change(start, name, name[:-1] + ("y" if name.endswith("x") else "x"), "letter")


def _in_line(page: Page, line: int, name: str) -> Iterator[tuple[int, str]]:
    """The places of a name in a line of a page, counted from 0."""
    lines = page.text.split("\n")
    start = sum(len(each) + 1 for each in lines[:line])
    whole = re.compile(rf"(?<![\w./~-]){re.escape(name)}(?![\w/-]|\.\w)")
    for place in whole.finditer(lines[line]):
        yield start + place.start(), name
