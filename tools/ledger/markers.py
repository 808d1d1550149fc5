"""What the ledger says, on the pages: its table, and the verdicts in the text of others.

A page holds markers, HTML comments that a build without the check leaves invisible.
`<!-- verdict: part-of -->` becomes the verdict of a claim, now and then. `<!-- ledger: table -->`,
`<!-- ledger: backends -->` and `<!-- ledger: changes RELEASE RELEASE -->` become what `ledger.html`
draws; that is put into the rendered page, since Markdown would read it for nothing.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from tools.failure import Failure
from tools.ledger.claims import Claim
from tools.ledger.history import HOLDS, numbers, words_of
from tools.ledger.ledger import Ledger
from tools.ledger.rows import Row
from tools.ledger.rules import rows_of_this_build
from tools.pages.page import Page
from tools.runner.program import Program
from tools.runner.run import Run

SIGNS = {
    "holds": "✓",
    "not yet": "○",
    "no longer": "✗",
    "not on this release": "✗",
    "never": "✗",
    "does not hold": "✗",
    "not applicable": "-",
    "error": "!",
}
ERAS = (
    "TensorFlow 2 with Keras 3",
    "TensorFlow 2 with Keras 2",
    "TensorFlow 1",
    "Other backends",
)
"""The groups of the table's columns, from the claim on: they read back in time."""
LEGACY = "-tf_keras"
"""What a release's name ends with on which `tf.keras` is Keras 2, though Keras 3 is there, too."""
PARTS = {"table": 0, "backends": 0, "changes": 2}
"""What `<!-- ledger: ... -->` can ask for, and how many releases each has to name."""

_VERDICT = re.compile(r"<!-- verdict: (?P<claim>[\w-]+) -->")
_LEDGER = re.compile(r"<!-- ledger: (?P<part>\w+)(?P<arguments>(?: [\w.-]+)*) -->")
_ANCHOR = re.compile(r'\bid="([^"]+)"')
_MARKER = re.compile(r"<!--\s*(?P<kind>verdict|ledger)\b(?P<rest>.*?)-->", re.DOTALL)


def marker_failures(ledger: Ledger, pages: Iterable[Page]) -> Iterator[Failure]:
    """A failure for each marker that names what the ledger does not have."""
    measured = {row.release for row in ledger.rows}
    for page in pages:
        for marker in _MARKER.finditer(page.prose):
            wrong = _wrong_with(marker[0], ledger.claims, measured)
            if wrong:
                yield Failure((page.place_in_prose(marker.start()),), wrong)


def _wrong_with(marker: str, claims: Mapping[str, Claim], measured: set[str]) -> str:
    """What is wrong with a marker, as a sentence; empty where nothing is."""
    verdict, ledger = _VERDICT.fullmatch(marker), _LEDGER.fullmatch(marker)
    if verdict:
        return "" if verdict["claim"] in claims else f"the ledger has no claim {verdict['claim']!r}"
    if not ledger or ledger["part"] not in PARTS:
        return f"{marker} is no marker; there are verdict: CLAIM and ledger: {', '.join(PARTS)}"
    names = ledger["arguments"].split()
    if len(names) != PARTS[ledger["part"]]:
        return f"ledger: {ledger['part']} names {PARTS[ledger['part']]} releases"
    unknown = [name for name in names if name not in measured]
    return f"the ledger has no release {unknown[0]!r}" if unknown else ""


class LedgerPages:
    """The rows of a project and the column that this build measured, as text for its pages."""

    def __init__(self, ledger: Ledger, runs: Mapping[Program, Run]) -> None:
        assert ledger.project.config.ledger
        self.config = ledger.project.config.ledger
        self.ledger = ledger
        self.claims = ledger.claims
        now = rows_of_this_build(ledger.project, runs, ledger.rows)
        self.now = {row.claim: row for row in now}
        self.cells = {(row.claim, row.release): row for row in ledger.rows}
        first = {row.release: row for row in reversed(ledger.rows)}
        self._parts_drawn: dict[str, str] = {}
        place = ledger.releases.place_in_time
        self.columns = sorted(first.values(), key=lambda row: place(row.release))

    def fill_in(self, markdown: str, uri: str) -> str:
        """The Markdown of the page at `uri` with its verdicts."""
        ledger = posixpath.relpath(f"{self.config.folder}.md", posixpath.dirname(uri) or ".")
        return _VERDICT.sub(lambda marker: self._verdict(marker["claim"], ledger), markdown)

    def draw(self, html: str) -> str:
        """The HTML of a page with what `ledger.html` draws in the place of its markers."""
        return _LEDGER.sub(self._drawn, html)

    def anchors_of(self, html: str) -> set[str]:
        """The anchors that `draw` will bring into a page."""
        drawn = map(self._drawn, _LEDGER.finditer(html))
        return {anchor for part in drawn for anchor in _ANCHOR.findall(part)}

    def _drawn(self, marker: re.Match[str]) -> str:
        if marker[0] not in self._parts_drawn:
            macro = getattr(self._parts, marker["part"])
            self._parts_drawn[marker[0]] = str(macro(*marker["arguments"].split()))
        return self._parts_drawn[marker[0]]

    def _verdict(self, claim: str, ledger: str) -> str:
        """A claim's verdict today, a link to its row, and the releases on which it was seen."""
        row = self.now.get(claim)
        if not row:
            return ""
        kind = self.word_now(row)
        attributes = f'{{ .verdict data-verdict="{kind}" }}'
        link = f"[{SIGNS[kind]} {kind}]({ledger}#{claim}){attributes}"
        seen = self.ledger.seen_on(claim)
        return f"{link} ({seen})" if seen else link

    def word_now(self, row: Row) -> str:
        """What this build's verdict is in the history of its claim, in which it comes last."""
        verdicts = [said for one, said in self.ledger.newest_of(row.claim) if one != row.release]
        return words_of([*verdicts, row.verdict])[-1].split(":")[0]

    @cached_property
    def _parts(self) -> Any:
        """The macros of `ledger.html`."""
        environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
        return environment.get_template("ledger.html").make_module(self._context())

    def _context(self) -> dict[str, Any]:
        now = {claim: self._today(row) for claim, row in self.now.items()}
        words = Counter(said["word"] for said in now.values())
        here = next(iter(self.now.values()), None)
        return {
            "claims": self.claims,
            "eras": [
                {"name": era, "columns": list(map(self._column, rows))}
                for era, rows in eras_of(self.columns).items()
            ],
            "cells": self.cells,
            "signs": SIGNS,
            "sections": {
                section: (page, self._title(section, page))
                for section, page in self.config.sections.items()
            },
            "now": now,
            "here": here and self._column(here) | {"release": "this build", "date": ""},
            "counts": {word: words[word] for word in SIGNS if words[word]},
            "word": self._word,
            "backend_rows": self._backend_rows(),
            "span": span,
            "outputs": lambda rows: sorted({row.evidence.split(" | ")[-1] for row in rows}),
            "changed": self._changed,
        }

    def _today(self, row: Row) -> dict[str, str]:
        """What this build says of a claim: its verdict as a word, where it was seen to hold, and
        the evidence."""
        word = self.word_now(row)
        return {"word": word, "seen": self.ledger.seen_on(row.claim), "evidence": row.evidence}

    def _title(self, section: str, page: str) -> str:
        """What the page of a section calls itself, if it says its number; else the number."""
        path = self.ledger.project.root / self.ledger.project.config.pages / page
        source = path.with_suffix(".md")
        text = source.read_text(encoding="utf-8") if source.exists() else ""
        title = re.search(rf'^title: "?({re.escape(section)} .*?)"?$', text, re.M)
        return title[1] if title else f"Section {section}"

    def _backend_rows(self) -> dict[str, list[Row]]:
        """What `one_model.py` said on each backend, TensorFlow's by its major version."""
        found: dict[str, list[Row]] = {}
        for column in self.columns:
            row = self.cells.get(("one-model", column.release))
            if row and row.verdict == HOLDS:
                found.setdefault(self._backend_name(row), []).append(row)
        return dict(sorted(found.items(), key=lambda item: numbers(item[1][0].keras)))

    def _column(self, row: Row) -> dict[str, str]:
        """A column's head: what it was measured on in full, and in two short lines."""
        keras = "tf_keras" if row.release.endswith(LEGACY) else f"Keras {row.keras}"
        if row.backend == "tensorflow":
            product = row.release.split("-")[1]
            on, short = f"TensorFlow {product} with {keras}", product.rpartition(".")[0]
        else:
            product = short = self.config.backends.get(row.backend, row.backend)
            on = f"{keras} on {product}"
        beside = keras.removeprefix("Keras ")
        short += "\n" + (beside if beside == keras else beside.rpartition(".")[0])
        return vars(row) | {"product": product, "beside": beside, "on": on, "short": short}

    def _backend_name(self, row: Row) -> str:
        name = self.config.backends.get(row.backend, row.backend)
        major = row.release.split("-")[1].split(".")[0]
        return f"{name} {major}" if row.backend == "tensorflow" else name

    def _changed(self, before: str, after: str) -> Iterator[tuple[Claim, str, str]]:
        """The claims whose verdict differs between two releases."""
        for name, claim in self.claims.items():
            old, new = (self.cells.get((name, release)) for release in (before, after))
            if old and new and old.verdict != new.verdict:
                yield claim, self._word(old), self._word(new)

    def _word(self, row: Row) -> str:
        """What a row's verdict is in the history of its claim, without the details of an error."""
        return self.ledger.words[row.claim].get(row.release, row.verdict).split(":")[0]


def eras_of(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The columns of the table by the groups that they stand in, each with its newest first."""
    found: dict[str, list[Row]] = {era: [] for era in ERAS}
    for row in sorted(rows, key=_age, reverse=True):
        found[_era_of(row)].append(row)
    return {era: of_era for era, of_era in found.items() if of_era}


def _era_of(row: Row) -> str:
    if row.backend != "tensorflow":
        return ERAS[3]
    if row.release.startswith("tensorflow-1"):
        return ERAS[2]
    return ERAS[1] if row.keras.startswith("2") or row.release.endswith(LEGACY) else ERAS[0]


def _age(row: Row) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The version of TensorFlow, if it is there, and that of Keras."""
    return numbers(row.release) if row.backend == "tensorflow" else (), numbers(row.keras)


def span(rows: list[Row], column: str) -> str:
    """The lowest and the highest version in a column of these rows."""
    found = sorted((getattr(row, column) for row in rows), key=numbers)
    return found[0] if found[0] == found[-1] else f"{found[0]} to {found[-1]}"
