"""Upgrade: newer packages, and all that follows from them, up to where a person has to decide.

    make upgrade                       the newest of all
    make upgrade TF=2.22 KERAS=3.16    these, and the rest as it is

Each step looks at the tree and does what is not done yet: the same command goes on where it
stopped. Recorded files that are staged or committed have been read. What the upgrade itself has to
remember is the commit that it began at, in `.check/upgrade/`.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from tools.config import read_config
from tools.failure import Failure
from tools.ledger.environments import NotMeasured
from tools.ledger.measure import Measuring
from tools.ledger.releases import is_due
from tools.ledger.rows import FILE as ROWS
from tools.moved import in_order
from tools.pins import LOCK, versions_in
from tools.project import Project
from tools.record import Refusal, record_anew
from tools.report import Summary
from tools.runner.runner import RunnerError
from tools.runner.store import FOLDER, replace_file
from tools.upgrade import column, install, ranges
from tools.upgrade.tree import git, unread
from tools.upgrade.written import Written, in_short
from tools.watch.trial import checked

REPORT = f"{FOLDER}/upgrade.md"
_ROUNDS = 5
"""Of recording: some programs read what others have written."""

_TODO = {
    "broke": "mend it for the new release, and say on its page what has changed",
    "statement": "change the sentence, or the words of its mark",
    "quotation": "find its words anew, or change what rests on it",
    "name gone": "mark it as gone, and name what takes its place",
    "name back": "take its mark { .gone } away",
    "claim": "its row is of another release: make releases ONLY= its name",
    "evidence": "its row is of another release: make releases ONLY= its name",
}
"""What to do about a failure, by its kind."""


class Stop(Exception):
    """A person has to decide: what, and how to go on."""


class Upgrade:
    """An upgrade of the project in a folder, under way or about to begin."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / FOLDER / "upgrade"
        self.began = self.folder / "began.json"

    def begin(self, words: list[str]) -> bool:
        """Resolve the new versions, unless an upgrade is under way; whether there is anything to
        do. Raises `Stop` or `Failure` before anything has changed."""
        read_config(self.root)  # what is broken there is told with its line
        asked = ranges.asked_of(words, ranges.groups_of(ranges.read(self.root)))
        if self.began.exists():
            self._must_be_the_same(asked)
            return True
        dirty = git(self.root, "status", "--porcelain")
        if dirty:
            raise Stop(f"these files are not committed, commit or stash them first:\n{dirty}")
        shutil.rmtree(self.folder, ignore_errors=True)
        say("resolving the versions")
        try:
            install.resolve(self.root, self.folder / "new", asked)
        except Failure:
            shutil.rmtree(self.folder)
            raise
        if self._is_as_locked():
            shutil.rmtree(self.folder)
            return False
        known = {"commit": git(self.root, "rev-parse", "HEAD").strip(), "asked": asked}
        replace_file(self.began, json.dumps(known).encode())
        return True

    def _is_as_locked(self) -> bool:
        """Whether what was resolved is what there is."""
        old, new = self.root, self.folder / "new"
        locks = [(folder / LOCK).read_text(encoding="utf-8") for folder in (old, new)]
        same = versions_in(locks[0]) == versions_in(locks[1])
        return same and ranges.read(old) == ranges.read(new)

    def _must_be_the_same(self, asked: dict[str, str]) -> None:
        known = json.loads(self.began.read_text())
        if asked and asked != known["asked"]:
            words = " ".join(f"{name}={version}" for name, version in known["asked"].items())
            back = f"rm -rf {FOLDER}/upgrade"
            if os.path.lexists(self.folder / "old"):
                back = f"git stash && rm -rf .venv && mv {FOLDER}/upgrade/old .venv && {back}"
            raise Stop(
                f"an upgrade is under way: go on with make upgrade {words}".rstrip()
                + f"\nor give it up, what you have changed goes to the stash: {back}"
                + f" && touch .venv/ready; it began at {known['commit'][:12]}"
            )

    def move_in(self) -> bool:
        """Install what was resolved, and put it in the place of the old; whether that is now."""
        new, venv = self.folder / "new", self.folder / "venv"
        if not new.exists():
            return False
        lock = (new / LOCK).read_text(encoding="utf-8")
        say("installing them beside the old environment")
        extras = install.extras_here(ranges.read(new), lock)
        notes = install.build(new / LOCK, venv, extras)
        replace_file(self.folder / "notes.json", json.dumps(notes).encode())
        install.swap(self.root, self.folder)
        return True

    def go_on(self) -> None:
        """All that is done in the new environment. Raises `Stop` where a person has to decide."""
        project = Project.read(self.root)
        commit = json.loads(self.began.read_text())["commit"]
        written = Written(project, self.folder, commit)
        todo = list(self._measured(project, written))
        summary, refused = self._recorded(project)
        todo += [*refused, *_unread(project, written)]
        notes = self.folder / "notes.json"
        told = json.loads(notes.read_text()) if notes.exists() else []
        say("writing the report")
        told += [
            f"{name} was not run: it needs {', '.join(of)}" for name, of in summary.not_run.items()
        ]
        text = written.text(summary, todo, told)
        replace_file(self.root / REPORT, text.encode())
        todo = [*_to_mend(summary), *todo]
        if todo:
            lines = "\n".join(f"- {one}" for one in todo)
            raise Stop(f"to decide:\n{lines}\nAll of it is in {REPORT}. Then: make upgrade")
        shutil.rmtree(self.folder)
        say(f"done: {written.title()}. Now make lint test site, and commit all of it;")
        say(f"{REPORT} is the text of the pull request")

    def _measured(self, project: Project, written: Written) -> Iterator[str]:
        """Give the ledger its column, and measure it; what could not be."""
        if not project.config.ledger:
            return
        path = project.root / project.config.ledger.releases
        before = path.read_text(encoding="utf-8")
        text = column.brought_in(before, *written.locked)
        if text != before:
            replace_file(path, text.encode())
        say("measuring the ledger")
        measuring = Measuring(Project.read(self.root), Console())
        for name, why in measuring.all_of(measuring.releases.chosen(None), again=False).items():
            table = f"its table in {project.config.ledger.releases}"
            what = f'change the pins of {table}, or write unmeasured = "why" there'
            yield f"{name} could not be measured: {why}: bring what is missing, {what}"
        for release in measuring.releases.all:
            if is_due(release) and "day" not in release:
                place = f"{project.config.ledger.releases}: {release['name']}"
                what = "write when it came out, as PyPI says, such as day = 2026-03-06"
                yield f"{place} has no day: {what}"

    def _recorded(self, project: Project) -> tuple[Summary, list[str]]:
        """Record what programs write now, and all statements; the check after that, and why
        programs were not recorded."""
        for _ in range(_ROUNDS):
            refused: list[str] = []
            say("checking all programs and pages")
            summary = checked(project, sys.executable)
            files = {
                place.rpartition(":")[0]
                for one in summary.failures
                if one.kind == "output"
                for place in one.places
            }
            project = Project.read(self.root)
            programs = [program for program in project.programs if str(program) in files]
            lines = []
            try:
                for line in record_anew(project, programs):
                    lines.append(line)
                    say(line)
            except Refusal as refusal:
                refused = str(refusal).splitlines()
            if not any("seconds.csv" not in line for line in lines):
                break
        return summary, [line for line in refused if " is not recorded: " in line]


def _to_mend(summary: Summary) -> Iterator[str]:
    """The failures of a check, each with what to do about it. Pairs have just been recorded."""
    for failure in sorted(summary.failures, key=in_order):
        if failure.kind not in ("old pair", "pair"):
            what = _TODO.get(failure.kind)
            yield in_short(failure) + (f": {what}" if what else "")


def _unread(project: Project, written: Written) -> Iterator[str]:
    """What to do about recorded files that nobody has read."""
    folder, waiting = project.config.programs, unread(project)
    if waiting:
        of_ledger = any(file.endswith(f"/{ROWS}") for file in waiting)
        rows = written.claims_moved().splitlines()[2:] if of_ledger else []
        ledger = f", the ledger in {len(rows)} of its rows" if rows else ""
        what = f"read each difference, git diff {folder}, and say that you have: git add {folder}"
        yield f"{len(waiting)} recorded files say something else{ledger}: {what}"


def say(line: str) -> None:
    """Say what is done now."""
    print(line, flush=True)


def main(words: list[str]) -> None:
    """Begin an upgrade, or go on with the one that is under way."""
    upgrade = Upgrade(Path.cwd())
    try:
        if not upgrade.begin(words):
            say("nothing to upgrade: the lock has these versions")
            return
        if upgrade.move_in():
            python = upgrade.root / ".venv/bin/python"
            command = [str(python), "-m", "tools.upgrade", *words]
            sys.exit(subprocess.run(command, cwd=upgrade.root).returncode)
        upgrade.go_on()
    except (Failure, Stop, Refusal, NotMeasured, RunnerError, OSError) as reason:
        sys.exit(str(reason))


if __name__ == "__main__":
    os.environ.pop("CI", None)  # what is not installed is told by name
    main(sys.argv[1:])
