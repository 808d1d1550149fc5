"""The list of changes that change nothing, each with its reason, and what to exchange for what."""

import tomllib
from pathlib import Path

import msgspec

from tools.failure import Failure, at

FILE = "tests/mutants.toml"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change that leaves the output as it is, although nothing is wrong with the program: the
    lines that it is in, before (`old`) and after (`new`), each as one line."""

    program: str
    """As `make record ONLY=` calls it: `<page>/<name>`."""
    old: str
    new: str
    reason: str
    depends: bool = False
    """On the machine: it may be noticed, too, and the entry is not stale then."""


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a project says of its mutants."""

    exchange: dict[str, str] = {}
    """Words, and for each another valid one: `relu = "tanh"`."""
    guards: dict[str, str] = {}
    """Keyword arguments and functions that act only when something is wrong, each with why."""
    symmetric: dict[str, str] = {}
    """Functions, and classes of objects to call, for which the order of two arguments has no
    meaning, each with the reason."""
    unchanged: list[Entry] = []

    @property
    def entries(self) -> set[tuple[str, str, str]]:
        """Program, lines before, lines after: of each change that is listed."""
        return {(entry.program, entry.old, entry.new) for entry in self.unchanged}

    @property
    def certain(self) -> set[tuple[str, str, str]]:
        """Those of them that nobody notices on any machine."""
        sure = [entry for entry in self.unchanged if not entry.depends]
        return {(entry.program, entry.old, entry.new) for entry in sure}


def read_list(root: Path) -> Listed:
    """The list of the project at `root`; empty where it has none. Raises `Failure`."""
    path = root / FILE
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        listed = msgspec.convert(tomllib.loads(text), Listed)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Failure((at(FILE),), f"cannot be read: {error}") from error
    for entry in listed.unchanged:
        if not entry.reason.strip():
            raise Failure((at(FILE),), f"{entry.program}: {entry.old!r} has no reason")
    return listed
