"""Claims: what each says, where in the chapter, and what a program cannot say of it."""

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tools.failure import Failure, at
from tools.project import Project
from tools.runner.program import Program
from tools.runner.store import digest

FILE = "claims.toml"


@dataclass(frozen=True)
class Claim:
    """A claim in a sentence that says exactly what its program tests, and the section of the
    chapter that it belongs to.

    `chapter` is the chapter's own sentence where that says more. `note` explains a history that no
    program explains.
    """

    name: str
    sentence: str
    section: str
    program: Program
    chapter: str = ""
    note: str = ""

    @property
    def hash(self) -> str:
        """What a row remembers of the program that it was measured with."""
        return digest([self.program.source])[:12]


class About(msgspec.Struct, forbid_unknown_fields=True):
    """What the file of claims says of one."""

    chapter: str = ""
    note: str = ""


class Agreement(msgspec.Struct, forbid_unknown_fields=True):
    """Claims that have the same verdict on each release on which the claim `where` holds."""

    claims: list[str]
    where: str


class ClaimsFile(msgspec.Struct, forbid_unknown_fields=True):
    """What is known of claims beside their programs: `claims.toml` in the ledger's folder."""

    claim: dict[str, About] = {}
    agree: list[Agreement] = []

    @classmethod
    def read(cls, project: Project) -> "ClaimsFile":
        """Read it; empty where there is none. Raises `Failure`."""
        assert project.config.ledger
        path = project.folder / project.config.ledger.folder / FILE
        if not path.exists():
            return cls()
        try:
            return msgspec.toml.decode(path.read_bytes(), type=cls)
        except msgspec.DecodeError as error:
            raise Failure((at(path.relative_to(project.root)),), str(error)) from None


def programs_of(project: Project) -> list[Program]:
    """The programs of the ledger, a claim each."""
    folder = project.config.ledger.folder if project.config.ledger else None
    return [program for program in project.programs if program.page == folder]


def claims_of(project: Project, file: ClaimsFile) -> dict[str, Claim]:
    """All claims, by name, from the first lines of their programs and the file of claims."""
    found = {}
    for program in programs_of(project):
        head = dict(re.findall(r"^# (claim|section): (.*)$", program.source, re.M))
        name = claim_name(program.path)
        about = file.claim.get(name, About())
        sentence, section = head.get("claim", ""), head.get("section", "")
        found[name] = Claim(name, sentence, section, program, about.chapter, about.note)
    return found


def claim_name(path: Path) -> str:
    """The claim that a program decides: `part-of` for `part_of.py`."""
    return path.stem.replace("_", "-")
