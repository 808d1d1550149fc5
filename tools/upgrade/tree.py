"""The tree: what git knows of the project, and what of it nobody has read yet.

What is staged or committed has been read; that is all that an upgrade remembers of its reader.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.durations import FILE as SECONDS
from tools.failure import Failure, at
from tools.project import Project
from tools.runner.program import PRODUCTS


def git(root: Path, *words: str) -> str:
    """What a git command prints. Raises `Failure`."""
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True)
    if done.returncode:
        what = f"git {words[0]} ends with {done.returncode}, and an upgrade needs it"
        raise Failure((at("."),), what, done.stderr.strip())
    return done.stdout


def at_commit(root: Path, commit: str, file: str) -> str:
    """A file as it was at a commit; empty where it was not."""
    done = subprocess.run(
        ["git", "show", f"{commit}:./{file}"], cwd=root, capture_output=True, text=True
    )
    return done.stdout if not done.returncode else ""


def unread(project: Project) -> list[str]:
    """The recorded files that differ from what is staged or committed."""
    folder = project.config.programs
    changed = git(project.root, "diff", "--name-only", "--relative", "--", folder).splitlines()
    new = git(project.root, "ls-files", "--others", "--exclude-standard", "--", folder)
    return [file for file in sorted({*changed, *new.splitlines()}) if is_recorded(project, file)]


def is_recorded(project: Project, file: str) -> bool:
    """Whether programs of ours write a file, and a person reads it in the difference."""
    config = project.config
    tables = [config.statements.pairs] if config.statements else []
    if config.ledger:
        folder = f"{config.programs}/{config.ledger.folder}"
        tables += [f"{folder}/ledger.csv", f"{folder}/outputs.csv", config.ledger.releases]
        tables += [f"{config.programs}/{name}" for name in config.ledger.names]
    return file in tables or file in _products(project, PRODUCTS)


def _products(project: Project, suffixes: Iterable[str]) -> set[str]:
    return {
        program.product(suffix).relative_to(project.root).as_posix()
        for program in project.programs
        for suffix in suffixes
    }


def changed_since(project: Project, commit: str) -> Iterator[str]:
    """The files that a person has changed since a commit: not those that the upgrade writes."""
    files = git(project.root, "diff", "--name-only", "--relative", commit).splitlines()
    new = git(project.root, "ls-files", "--others", "--exclude-standard").splitlines()
    notebooks = _products(project, [".ipynb"])  # of labs, recorded with them
    for file in sorted({*files, *new} - notebooks):
        own = file in ("pyproject.toml", "requirements.lock") or file.endswith(f"/{SECONDS}")
        if not own and not is_recorded(project, file):
            yield file


def places_of(project: Project, versions: list[str]) -> Iterator[str]:
    """Where tracked files have these versions, typed by hand, as file:line: what stands there.

    Those in the code of tests are made up.
    """
    words = "|".join(rf"(?<![\d.]){re.escape(one)}(?![\d.]*\d)" for one in versions)
    for file in git(project.root, "ls-files").splitlines():
        path = project.root / file
        made_up = file.startswith("tests/") and file.endswith(".py")
        if not path.is_file() or made_up or file.endswith((".csv", ".lock")):
            continue
        if is_recorded(project, file):
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if words and re.search(words, line):
                yield f"`{file}:{number}` {line.strip()[:100]}"
