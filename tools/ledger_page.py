"""What the ledger says, on the pages: its table, and the verdicts in the text of others.

A page holds markers, HTML comments that a build without the hook leaves invisible.
`<!-- verdict: part-of -->` becomes the verdict of a claim, now and then. `<!-- ledger: table -->`,
`<!-- ledger: engines -->` and `<!-- ledger: changes RELEASE RELEASE -->` become what `ledger.html`
draws.
"""

import posixpath
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from tools.failure import Failure
from tools.ledger import PAGE, Claim, Row, claims, place_in_time, read_rows, rows_of_this_build
from tools.pages import Page
from tools.program import Program
from tools.run import Run

SIGNS = {"holds": "✓", "not yet": "○", "no longer": "✗", "not applicable": "-", "error": "!"}
SECTIONS = {
    "3.1": "relationship.html",
    "3.2": "differences/index.html",
    "3.3": "why-keras.html",
    "3.4": "layer-cake.html",
    "3.5": "when-to-use.html",
}
ENGINES = {
    "theano": "Theano",
    "cntk": "CNTK",
    "tensorflow": "TensorFlow",
    "jax": "JAX",
    "torch": "PyTorch",
    "openvino": "OpenVINO",
}

_VERDICT = re.compile(r"<!-- verdict: (?P<claim>[\w-]+) -->")
_LEDGER = re.compile(r"<!-- ledger: (?P<part>\w+)(?P<arguments>(?: [\w.-]+)*) -->")


def marker_failures(root: Path, pages: list[Page]) -> Iterator[Failure]:
    """A failure for each marker that names a claim which the ledger does not have."""
    known = claims(root)
    for page in pages:
        for marker in _VERDICT.finditer(page.prose):
            if marker["claim"] not in known:
                place = page.place_in_prose(marker.start())
                yield Failure((place,), f"the ledger has no claim {marker['claim']!r}")


class LedgerPages:
    """The rows of a project and the column that this build measured, as text for its pages."""

    def __init__(self, root: Path, runs: dict[Program, Run]) -> None:
        known = read_rows(root)
        self.claims: dict[str, Claim] = claims(root)
        self.now = {row.claim: row for row in rows_of_this_build(runs, known)}
        self.cells = {(row.claim, row.release): row for row in known}
        first = {row.release: row for row in reversed(known)}
        self.columns = sorted(first.values(), key=lambda row: place_in_time(row.release))

    def expand(self, markdown: str, uri: str) -> str:
        """The Markdown of the page at `uri` with its markers replaced."""
        ledger = posixpath.relpath(f"{PAGE}.md", posixpath.dirname(uri) or ".")
        markdown = _VERDICT.sub(lambda marker: self._verdict(marker["claim"], ledger), markdown)
        return _LEDGER.sub(lambda marker: self._drawn(marker), markdown)

    def _verdict(self, claim: str, ledger: str) -> str:
        """A claim's verdict today, a link to its row, and the releases on which it held."""
        row = self.now.get(claim)
        if not row:
            return ""
        kind = kind_of(row)
        attributes = f'{{ .verdict data-verdict="{kind}" }}'
        link = f"[{SIGNS[kind]} {kind}]({ledger}#{claim}){attributes}"
        held = self.held_on(claim)
        return f"{link} ({held})" if held else link

    def held_on(self, claim: str) -> str:
        """On which releases of TensorFlow a claim held: "held 1.4 to 2.15", "since 2.16"."""
        columns = [row.release for row in self.columns if is_plain(row.release)]
        spans = []
        verdicts = ((name, self._verdict_on(claim, name)) for name in columns)
        for holds, group in groupby(verdicts, key=lambda pair: pair[1] == "holds"):
            names = [name.split("-")[1].rpartition(".")[0] for name, _ in group]
            if holds:
                spans.append((names[0], names[-1]))
        newest = columns[-1].split("-")[1].rpartition(".")[0] if columns else ""
        said = [_span_text(first, last, newest) for first, last in spans]
        return ("held " + ", ".join(said)).replace("held since", "since") if said else ""

    def _verdict_on(self, claim: str, release: str) -> str:
        row = self.cells.get((claim, release))
        return row.verdict if row else ""

    def _drawn(self, marker: re.Match[str]) -> str:
        """The part of `ledger.html` that a marker asks for, without blank lines."""
        environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
        template = environment.get_template("ledger.html")
        module = template.make_module(self._context())
        html = getattr(module, marker["part"])(*marker["arguments"].split())
        return re.sub(r"\n\s*\n", "\n", str(html))

    def _context(self) -> dict:
        columns = [_column(row) for row in self.columns]
        eras = [(era, len(list(group))) for era, group in groupby(map(era_of, self.columns))]
        return {
            "claims": self.claims,
            "columns": columns,
            "eras": eras,
            "cells": self.cells,
            "signs": SIGNS,
            "sections": SECTIONS,
            "stopped": {row.claim for row in self.now.values() if row.verdict == "no longer"},
            "kind": kind_of,
            "engine_rows": self._engine_rows(),
            "span": span,
            "outputs": lambda rows: sorted({row.evidence.split(" | ")[-1] for row in rows}),
            "changed": self._changed,
        }

    def _engine_rows(self) -> dict[str, list[Row]]:
        """What `one_model.py` said on each engine, TensorFlow's by its major version."""
        found: dict[str, list[Row]] = {}
        for column in self.columns:
            row = self.cells.get(("one-model", column.release))
            if row and kind_of(row) == "holds":
                found.setdefault(_engine_name(row), []).append(row)
        return dict(sorted(found.items(), key=lambda item: numbers(item[1][0].keras)))

    def _changed(self, before: str, after: str) -> Iterator[tuple[Claim, str, str]]:
        """The claims whose verdict differs between two releases."""
        for name, claim in self.claims.items():
            old, new = self._verdict_on(name, before), self._verdict_on(name, after)
            if old and new and old != new:
                yield claim, old, new


def kind_of(row: Row) -> str:
    """A verdict without the details of an error."""
    return row.verdict.split(":")[0]


def is_plain(release: str) -> bool:
    """Whether a release is a TensorFlow with the newest Keras that it takes."""
    return re.fullmatch(r"tensorflow-[\d.]+", release) is not None


def era_of(row: Row) -> str:
    """The group that a release's column stands in."""
    if row.engine != "tensorflow":
        return f"Keras {row.keras[0]}"
    if row.release.startswith("tensorflow-1"):
        return "TensorFlow 1"
    return f"TensorFlow 2, Keras {row.keras[0]}"


def span(rows: list[Row], column: str) -> str:
    """The lowest and the highest version in a column of these rows."""
    found = sorted((getattr(row, column) for row in rows), key=numbers)
    return found[0] if found[0] == found[-1] else f"{found[0]} to {found[-1]}"


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 3.10 comes after 3.9."""
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


def _span_text(first: str, last: str, newest: str) -> str:
    if last == newest:
        return f"since {first}"
    return first if first == last else f"{first} to {last}"


def _column(row: Row) -> dict:
    """A column's head: the release, and the two words above it."""
    product, beside = ENGINES[row.engine], f"Keras {row.keras}"
    if row.engine == "tensorflow":
        product = f"TF {row.release.split('-')[1]}"
    if row.release.endswith("tf_keras"):
        beside = "tf_keras"
    return vars(row) | {"product": product, "beside": beside}


def _engine_name(row: Row) -> str:
    name = ENGINES[row.engine]
    major = row.release.split("-")[1].split(".")[0]
    return f"{name} {major}" if row.engine == "tensorflow" else name
