"""The rules of statements: where a mark has to be, and that each proves what it stands at."""

import re
from collections.abc import Iterable, Iterator

from tools import config
from tools.failure import Failure, at
from tools.project import Project
from tools.statements.evidence import Evidence, Lost
from tools.statements.marks import Block, Mark, Statement, Text, blocks_of, marks_of
from tools.statements.pairs import Pair, pairs_of, read_pairs, statements_of

_LINK = re.compile(r"\]\((?P<address>https?://[^)\s]+)|<(?P<bare>https?://[^>\s]+)>")
_LABEL = re.compile(r'aria-label="[^"]+"|<figcaption|<img\b[^>]*\balt="[^"]+"')
_PICTURE = re.compile(r"!\[[^\]]+\]\(")

_HOW = ', such as <!-- proof: PAGE/PROGRAM "words of its output" -->'
"""How a mark is written, for whoever meets the rule first."""


class Statements:
    """The statements of some pages and labs, judged. `marked` are those with a mark, once they
    are."""

    def __init__(self, project: Project, pages: Iterable[Text], evidence: Evidence) -> None:
        assert project.config.statements
        self.config = project.config.statements
        self.pages = list(pages)
        self.evidence = evidence
        self.recorded = read_pairs(project)
        self.marked: list[Statement] = []

    def failures(self) -> Iterator[Failure]:
        """All that is wrong with the marks, the recorded pairs, and the file of sources."""
        yield from self.evidence.sources.failures(self._resting_on)
        found: set[Pair] = set()
        for page in self.pages:
            broken = list(_unreadable(page))
            yield from broken
            if not broken:
                yield from self._on(page, found)
        for line, pair in enumerate(self.recorded, start=2):
            if pair not in found:
                what = f"the pair of line {line} is on no page any more: make record"
                place = (at(self.config.pairs, line),)
                yield Failure(place, what, pair.statement, "old pair")

    def _resting_on(self, source: str) -> dict[str, str]:
        """The places of the statements that rest on a source, and what they say."""
        return {
            at(one.page, one.line): one.text
            for one in statements_of(self.pages)
            if any(mark.kind == "source" and mark.target == source for mark in one.marks)
        }

    def _on(self, page: Text, found: set[Pair]) -> Iterator[Failure]:
        blocks = blocks_of(page)
        explaining = _explaining(blocks, list(page.results(self.evidence.runs)))
        yield from _without_marks(blocks, explaining, self.config)
        yield from _links_without_a_source(page, self.evidence)
        yield from _values_lost(page, self.evidence)
        recorded = set(self.recorded)
        for statement in (one for block in blocks for one in block.statements):
            if statement.marks or statement.has_verdict:
                self.marked.append(statement)
            if not statement.marks:
                continue
            place = at(page, statement.line)
            if not statement.text:
                what = "a mark stands behind no words: put it on the line where its sentence ends"
                yield Failure((place,), what)
                continue
            try:
                pairs = list(pairs_of(statement, self.evidence))
            except Lost as lost:
                places = (place, *_programs_behind(page, statement.marks, self.evidence))
                yield Failure(places, f"a statement {lost}", statement.text, "statement")
                continue
            found.update(pairs)
            for mark, pair in zip(statement.marks, pairs, strict=True):
                if pair not in recorded:
                    places = (place, *_programs_behind(page, [mark], self.evidence))
                    what = "a statement and its evidence are not recorded as a pair: read both, and"
                    said = f"statement: {pair.statement}\n{pair.mark}\nevidence: {pair.evidence}"
                    yield Failure(places, f"{what} make record ONLY={page.name}", said, "pair")


def _programs_behind(page: Text, marks: Iterable[Mark], evidence: Evidence) -> Iterator[str]:
    """The places of the programs whose runs prove these marks, each once; a lab names itself."""
    of_runs = (mark for mark in marks if mark.kind in ("proof", "value") and not mark.release)
    programs = map(evidence.program, of_runs)
    yield from dict.fromkeys(at(each) for each in programs if each and str(each) != str(page))


def _unreadable(page: Text) -> Iterator[Failure]:
    for place, mark in marks_of(page):
        if isinstance(mark, ValueError):
            yield Failure((place,), f"a mark cannot be read: {mark}")


def _values_lost(page: Text, evidence: Evidence) -> Iterator[Failure]:
    for place, mark in marks_of(page):
        if not isinstance(mark, ValueError) and mark.kind == "value":
            try:
                evidence.value(mark)
            except Lost as lost:
                places = (place, *_programs_behind(page, [mark], evidence))
                yield Failure(places, f"a statement {lost}", kind="statement")


def _links_without_a_source(page: Text, evidence: Evidence) -> Iterator[Failure]:
    """Every address outside the site is one that `make links` looks up."""
    known = {source.address for source in evidence.sources.all.values()}
    for link in _LINK.finditer(page.prose):
        address = link["address"] or link["bare"]
        if address not in known:
            what = f"links to {address}, which is no address in {evidence.sources.name}"
            yield Failure((page.place_in_prose(link.start()),), what)


# Where a mark has to be --------------------------------------------------------------


def _without_marks(
    blocks: list[Block], explaining: set[int], settings: config.Statements
) -> Iterator[Failure]:
    for block in blocks:
        if block.kind == "heading" or block.quoted:
            continue
        for statement in block.statements:
            why = _needs_mark(block, block.line in explaining)
            filled_in = block.kind == "tr" and statement.has_verdict
            if why and not statement.marks and not filled_in:
                yield _missing(statement, f"{why} and has no mark")
            yield from _on_absent_hardware(statement, settings)


def _needs_mark(block: Block, explains: bool) -> str:
    """Why every statement of a block needs a mark, as a phrase; empty where it need not."""
    if block.kind == "tr":
        return "is a row of a table"
    if block.item and block.heading == "Remember":
        return "stands under Remember"
    if explains and block.kind == "paragraph":
        return "explains a result"
    if _LABEL.search(block.text) or _PICTURE.search(block.text):
        return "says what a picture shows"
    return ""


def _explaining(blocks: list[Block], results: list[tuple[int, bool]]) -> set[int]:
    """The lines of the blocks that come first after a result."""
    found = set()
    for line, shown in results:
        following = next((block for block in blocks if block.line > line), None)
        barrier = next((other for other, _ in results if other > line), 10**9)
        if shown and following and following.line < barrier:
            found.add(following.line)
    return found


def _on_absent_hardware(statement: Statement, settings: config.Statements) -> Iterator[Failure]:
    """What no program of this build can show is taken from a source, and says so."""
    names = "|".join(map(re.escape, settings.absent))
    text = re.sub(r"`[^`]*`", "", statement.text)
    named = re.search(rf"\b({names})s?\b", text) if names else None
    if not named:
        return
    kinds = {mark.kind for mark in statement.marks}
    if not kinds:
        yield _missing(statement, f"is about a {named[1]}, which this build has not, and no mark")
    elif kinds == {"source"} and settings.not_run not in statement.text:
        what = (
            f"is about a {named[1]}, which this build has not: it has to say {settings.not_run!r}"
        )
        yield _missing(statement, what)


def _missing(statement: Statement, what: str) -> Failure:
    what += _HOW if what.endswith("no mark") else ""
    return Failure((at(statement.page, statement.line),), f"a statement {what}", statement.text)
