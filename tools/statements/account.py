"""The account: how many statements the pages make, and what proves them, for the pages to say.

`<!-- account: PART -->` on a page becomes one of the texts below; a build without the check leaves
it invisible.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.failure import Failure
from tools.ledger.ledger import Ledger
from tools.pages.names import Prose
from tools.project import Project
from tools.runner.program import Program
from tools.statements.marks import Statement

KINDS = {
    "program": "proven by a program of this build",
    "ledger": "proven by a program of the ledger",
    "source": "taken from a source",
    "opinion": "a judgement, and marked as one",
}
"""What may prove a statement, strongest first, and how a page says it."""

PARTS = (
    "programs",
    "not-run",
    "statements",
    "by-proof",
    "by-page",
    "claims",
    "verdicts",
    "releases",
)
"""What a page can ask for."""

_MARKER = re.compile(r"<!--\s*account:\s*(?P<part>[\w-]+)\s*-->")


@dataclass(frozen=True)
class Account:
    """What a check has found, counted. Each statement counts once, by its strongest proof, and a
    verdict that is filled in is one."""

    programs: int
    not_run: Mapping[Program, list[str]]
    ledger: Ledger | None
    by_page: dict[str, Counter[str]]

    @classmethod
    def of(
        cls,
        project: Project,
        programs: int,
        not_run: Mapping[Program, list[str]],
        ledger: Ledger | None,
        statements: Iterable[Statement],
    ) -> "Account":
        """Count. `programs` is how many ran."""
        folder = project.config.ledger.folder if project.config.ledger else ""
        found: dict[str, Counter[str]] = {}
        for statement in statements:
            kinds = [_kind(mark.kind, mark.target, folder) for mark in statement.marks]
            kinds += ["ledger"] if statement.has_verdict else []
            page = statement.page.uri
            found.setdefault(page, Counter())[min(kinds, key=list(KINDS).index)] += 1
        return cls(programs, not_run, ledger, found)

    @property
    def total(self) -> Counter[str]:
        """The statements of all pages, by proof."""
        return sum(self.by_page.values(), Counter())

    def sentence(self, page: str) -> str:
        """What the foot of a page says of its statements; empty where none is marked."""
        counts = self.by_page.get(page, Counter())
        many = counts.total()
        said = [f"{counts[kind]} {how}" for kind, how in KINDS.items() if counts[kind]]
        return f"{_counted(many, 'marked statement')}: {', '.join(said)}." if many else ""

    def fill_in(self, markdown: str) -> str:
        """Markdown with its markers replaced."""
        return _MARKER.sub(lambda marker: self.text(marker["part"]), markdown)

    def text(self, part: str) -> str:
        """One of `PARTS`, as Markdown."""
        ledger = self.ledger
        rows = ledger.rows if ledger else []
        texts = {
            "programs": f"{self.programs:,}",
            "not-run": self._not_run(),
            "statements": f"{self.total.total():,}",
            "by-proof": self._by_proof(),
            "by-page": self._by_page(),
            "claims": f"{len(ledger.claims) if ledger else 0:,}",
            "verdicts": f"{len(rows):,}",
            "releases": f"{len({row.release for row in rows}):,}",
        }
        return texts[part]

    def _not_run(self) -> str:
        lines = [f"`{program}` (it needs {', '.join(of)})" for program, of in self.not_run.items()]
        return f"Not run in this build: {', '.join(lines)}." if lines else "Every program ran."

    def _by_proof(self) -> str:
        lines = [f"- {self.total[kind]:,} {how}" for kind, how in KINDS.items()]
        return "\n".join(lines)

    def _by_page(self) -> str:
        head = ["| page | statements | programs | ledger | sources | judgements |"]
        lines = [*head, "| --- | ---: | ---: | ---: | ---: | ---: |"]
        for page, counts in self.by_page.items():
            cells = [str(counts.total()), *(str(counts[kind]) for kind in KINDS)]
            lines.append(f"| [{page.rpartition('.')[0]}]({page}) | {' | '.join(cells)} |")
        return "\n".join(lines)


def account_failures(pages: Iterable[Prose]) -> Iterator[Failure]:
    """A failure for each marker that asks for what the account does not have."""
    for page in pages:
        for marker in _MARKER.finditer(page.prose):
            if marker["part"] not in PARTS:
                what = f"{marker[0]} is no marker; there are account: {', '.join(PARTS)}"
                yield Failure((page.place_in_prose(marker.start()),), what)


def _counted(many: int, what: str) -> str:
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"


def _kind(kind: str, target: str, ledger: str) -> str:
    if kind != "proof":
        return kind
    return "ledger" if ledger and target.startswith(f"{ledger}/") else "program"
