"""Claims: what each says, and where in the chapter."""

import re
from dataclasses import dataclass
from pathlib import Path

from tools.project import Project
from tools.runner.program import Program


@dataclass(frozen=True)
class Claim:
    """A claim in a sentence, the section of the chapter that makes it, and its program."""

    name: str
    sentence: str
    section: str
    program: Program


def programs_of(project: Project) -> list[Program]:
    """The programs of the ledger, a claim each."""
    folder = project.config.ledger.folder if project.config.ledger else None
    return [program for program in project.programs if program.page == folder]


def claims_of(project: Project) -> dict[str, Claim]:
    """All claims, by name, from the first lines of their programs."""
    found = {}
    for program in programs_of(project):
        head = dict(re.findall(r"^# (claim|section): (.*)$", program.source, re.M))
        name = claim_name(program.path)
        found[name] = Claim(name, head.get("claim", ""), head.get("section", ""), program)
    return found


def claim_name(path: Path) -> str:
    """The claim that a program decides: `part-of` for `part_of.py`."""
    return path.stem.replace("_", "-")
