"""The ledger of a project, read once: its claims, its releases, and its rows."""

from dataclasses import dataclass

from tools.ledger.claims import Claim, claims_of
from tools.ledger.releases import Releases
from tools.ledger.rows import Row, data_file, read_rows
from tools.project import Project


@dataclass(frozen=True)
class Ledger:
    """All that the ledger's rules and pages are about."""

    project: Project
    claims: dict[str, Claim]
    releases: Releases
    rows: list[Row]

    @classmethod
    def read(cls, project: Project) -> "Ledger":
        """Read it. Raises `Failure` where the data file is broken."""
        return cls(project, claims_of(project), Releases(project), read_rows(project))

    @property
    def file(self) -> str:
        """The data file, as failures name it."""
        return data_file(self.project).relative_to(self.project.root).as_posix()
