"""The ledger of a project, read once: its claims, its releases, and its rows."""

from dataclasses import dataclass
from functools import cached_property

from tools.ledger.claims import Agreement, Claim, ClaimsFile, claims_of
from tools.ledger.history import HOLDS, NEWEST, NOT, histories_of, spans_of, words_by_release
from tools.ledger.releases import Releases, is_due
from tools.ledger.rows import Row, data_file, read_rows
from tools.project import Project


@dataclass(frozen=True)
class Ledger:
    """All that the ledger's rules and pages are about. `rows` are in the order of the file, and
    `noted` are the claims that the file of claims speaks of."""

    project: Project
    claims: dict[str, Claim]
    noted: set[str]
    agreements: list[Agreement]
    releases: Releases
    rows: list[Row]

    @classmethod
    def read(cls, project: Project) -> "Ledger":
        """Read it. Raises `Failure` where a file of it is broken."""
        file = ClaimsFile.read(project)
        claims = claims_of(project, file)
        beside = set(file.claim), file.agree
        return cls(project, claims, *beside, Releases(project), read_rows(project))

    @property
    def file(self) -> str:
        """The data file, as failures name it."""
        return data_file(self.project).relative_to(self.project.root).as_posix()

    @cached_property
    def verdicts(self) -> dict[str, dict[str, str]]:
        """The verdicts of each claim by release, in time order."""
        found: dict[str, dict[str, str]] = {}
        known = {(row.claim, row.release): row.verdict for row in self.rows}
        releases = [release["name"] for release in self.releases.all if is_due(release)]
        for claim in self.claims:
            all_of = {release: known.get((claim, release)) for release in releases}
            found[claim] = {release: said for release, said in all_of.items() if said}
        return found

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """What each verdict is in the history of its claim: `not yet`, `no longer` and so on."""
        return {claim: words_by_release(verdicts) for claim, verdicts in self.verdicts.items()}

    def newest_of(self, claim: str) -> list[tuple[str, str]]:
        """The verdicts of a claim on TensorFlow with the newest Keras that each release takes."""
        verdicts = self.verdicts.get(claim, {}).items()
        return [pair for pair in verdicts if NEWEST in histories_of(pair[0])]

    def seen_on(self, claim: str) -> str:
        """On which of the measured releases of TensorFlow a claim held: "seen from 1.4 to 2.15",
        "seen since 2.16, not with Keras 3.4.1"; empty where on none."""
        newest = self.newest_of(claim)
        said = [_span(first, last, newest[-1][0]) for first, last in spans_of(newest)]
        if not said:
            return ""
        older = self._not_with(claim) if newest[-1][1] == HOLDS else []
        *rest, last = older or [""]
        unless = f"{', '.join(rest)} and {last}" if rest else last
        return f"seen {' and '.join(said)}" + (f", not with Keras {unless}" if unless else "")

    def _not_with(self, claim: str) -> list[str]:
        """The older versions of Keras with which a claim did not hold on a release of TensorFlow
        on which it holds with the newest."""
        verdicts = self.verdicts.get(claim, {})
        found = []
        for release, verdict in verdicts.items():
            with_the_newest, _, keras = release.partition("-keras-")
            if keras and verdict == NOT and verdicts.get(with_the_newest) == HOLDS:
                found.append(keras)
        return list(dict.fromkeys(found))

    def holds(self, claim: str, release: str) -> bool:
        """Whether a claim was seen to hold on a release."""
        return self.verdicts.get(claim, {}).get(release) == HOLDS


def _span(first: str, last: str, newest: str) -> str:
    since, until = (release.split("-")[1].rpartition(".")[0] for release in (first, last))
    if last == newest:
        return f"since {since}"
    return f"on {since}" if first == last else f"from {since} to {until}"
