"""What an upgrade has changed since the commit that it began at, in words for the pull request."""

import csv
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.failure import Failure
from tools.ledger.claims import ClaimsFile, claims_of
from tools.ledger.environments import NotMeasured
from tools.ledger.recorded import run_whole
from tools.ledger.releases import Releases
from tools.ledger.rows import FILE as ROWS
from tools.ledger.rows import Row, read_rows
from tools.ledger.rules import moves, table_of_moves
from tools.moved import moved
from tools.pins import LOCK, versions_in
from tools.project import Project
from tools.report import Summary
from tools.runner.settings import environment
from tools.runner.store import digest, replace_file
from tools.upgrade.tree import at_commit, changed_since, git, is_recorded, places_of

API_NAMES = Path(__file__).with_name("api_names.py")


@dataclass
class Written:
    """The report of an upgrade that began at a commit; `folder` is where it keeps its own files."""

    project: Project
    folder: Path
    commit: str

    @property
    def locked(self) -> tuple[dict[str, str], dict[str, str]]:
        """The versions of the lock, then and now."""
        root = self.project.root
        now = (root / LOCK).read_text(encoding="utf-8")
        return versions_in(at_commit(root, self.commit, LOCK)), versions_in(now)

    def title(self) -> str:
        """What was upgraded, as a phrase: TensorFlow 2.21.0 → 2.22.0."""
        was, now = self.locked
        shown = self.project.config.versions.items()
        told = [
            f"{name} {was[package]} → {now[package]}"
            for name, package in shown
            if package in was and package in now and was[package] != now[package]
        ]
        return ", ".join(told) or "packages"

    def text(self, summary: Summary, todo: list[str], notes: list[str]) -> str:
        """All of it: what the check finds, what else is to decide, and what has changed."""
        lines = [f"# Upgrade: {self.title()}", ""]
        if todo or summary.failures:
            lines += ["## Still to decide", "", *(f"- {one}" for one in todo), "", moved(summary)]
        for title, told in self._sections().items():
            lines += [f"## {title}", "", *(list(told) or ["None."]), ""]
        if notes:
            lines += ["## Notes", "", *(f"- {one}" for one in notes), ""]
        return "\n".join(lines)

    def _sections(self) -> dict[str, Iterator[str]]:
        found = {"Versions": self._versions()}
        if self.project.config.ledger:
            found["Claims that moved, or show something else"] = self._claims()
        found["What programs write now"] = self._outputs()
        if self.project.config.statements:
            found["Statements whose proof says something else"] = self._statements()
        found["Public names that are gone, and new ones"] = self._names()
        found["What a person changed"] = (f"- `{one}`" for one in changed_since(*self._since))
        found["Older versions that are typed by hand"] = self._typed()
        return found

    @property
    def _since(self) -> tuple[Project, str]:
        return self.project, self.commit

    def _versions(self) -> Iterator[str]:
        was, now = self.locked
        yield from ("| package | from | to |", "| --- | --- | --- |")
        for name in sorted(was.keys() | now.keys()):
            if was.get(name) != now.get(name):
                yield f"| {name} | {was.get(name, 'none')} | {now.get(name, 'none')} |"

    def claims_moved(self) -> str:
        """The verdicts and the evidence that moved since then, as a table; empty where none did."""
        releases = Releases(self.project)
        assert self.project.config.ledger
        file = f"{self.project.config.programs}/{self.project.config.ledger.folder}/{ROWS}"
        before = at_commit(self.project.root, self.commit, file)
        known = [Row(**row) for row in csv.DictReader(io.StringIO(before))]
        claims, same = claims_of(self.project, ClaimsFile()), set(known)
        fresh = [row for row in read_rows(self.project) if row not in same and row.claim in claims]
        found = list(moves(known, fresh, releases))
        return table_of_moves(found) if found else ""

    def _claims(self) -> Iterator[str]:
        yield from self.claims_moved().splitlines()

    def _outputs(self) -> Iterator[str]:
        root, folder = self.project.root, self.project.config.programs
        changed = git(root, "diff", "--name-only", "--relative", self.commit, "--", folder)
        for file in changed.splitlines():
            if not is_recorded(self.project, file) or file.endswith((".csv", ".toml", ".txt")):
                continue
            if not file.endswith(".out"):
                yield f"- `{file}`: `make look` shows it on its page"
                continue
            said = git(root, "diff", "--relative", self.commit, "--", file).splitlines()
            shown = [line for line in said[4:] if not line.startswith("\\")]
            yield from (f"- `{file}`", "", "    ```diff", *(f"    {line}" for line in shown))
            yield from ("    ```", "")

    def _statements(self) -> Iterator[str]:
        assert self.project.config.statements
        file = self.project.config.statements.pairs
        was = _pairs(at_commit(self.project.root, self.commit, file))
        path = self.project.root / file
        now = _pairs(path.read_text(encoding="utf-8") if path.exists() else "")
        for page, statement, mark in sorted(now.keys() - was.keys()):
            yield f"- `{page}` says now: “{statement}” ({mark})"
        for page, statement, mark in sorted(was.keys() - now.keys()):
            yield f"- `{page}` said until now: “{statement}” ({mark})"
        for key in sorted(was.keys() & now.keys()):
            if was[key] != now[key]:
                yield f"- `{key[0]}`: “{key[1]}” rests on “{now[key]}”, and did on “{was[key]}”"

    def _names(self) -> Iterator[str]:
        lock = (self.project.root / LOCK).read_text(encoding="utf-8")
        kept = self.folder / f"names-{digest([lock])[:12]}.md"
        if not kept.exists():
            try:
                text = "\n".join(self._compared())
            except (NotMeasured, OSError) as reason:  # the old environment may be gone
                yield f"Not compared: {reason}."
                return
            replace_file(kept, text.encode())
        yield from kept.read_text(encoding="utf-8").splitlines()

    def _compared(self) -> Iterator[str]:
        """The names of both environments, compared."""
        packages = sorted(set(self.project.config.names.roots.values()))
        if not packages:
            return
        words = [str(API_NAMES), *packages]
        root = self.project.root
        places = (self.folder / "old/bin/python", root / ".venv/bin/python")
        was, now = (
            set(run_whole(place.absolute(), self._variables, words).split()) for place in places
        )
        for title, names in (("Gone", was - now), ("New", now - was)):
            for module, listed in sorted(_by_module(names).items()):
                yield f"- {title} in `{module}`: {', '.join(f'`{one}`' for one in listed)}"

    def _variables(self, home: str) -> dict[str, str]:
        config = self.project.config
        return environment(os.environ, config.clear, config.set, home)

    def _typed(self) -> Iterator[str]:
        was, now = self.locked
        shown = self.project.config.versions.values()
        old = [was[one] for one in shown if one in was and was[one] != now.get(one)]
        yield from (f"- {place}" for place in places_of(self.project, old))


def _pairs(text: str) -> dict[tuple[str, str, str], str]:
    rows = csv.DictReader(io.StringIO(text))
    return {(row["page"], row["statement"], row["mark"]): row["evidence"] for row in rows}


def _by_module(names: set[str]) -> dict[str, list[str]]:
    """Names by their module; what is in a module that is itself among them is not told, nor what is
    among them without its first part."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        module, _, last = name.rpartition(".")
        elsewhere = name.partition(".")[2]  # tensorflow.keras.ops.erfc is keras.ops.erfc
        if module not in names and elsewhere not in names:
            found.setdefault(module, []).append(last)
    return found


def in_short(failure: Failure) -> str:
    """The first line of a failure."""
    return re.sub(r"\s+", " ", str(failure).partition("\n")[0])
