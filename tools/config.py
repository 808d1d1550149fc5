"""What a project sets: the table `[tool.check]` of its `pyproject.toml`, typed.

A project without the table gets the defaults below: pages in `docs/`, programs in `examples/`.
"""

import re
import tomllib
from pathlib import Path

import msgspec

from tools.failure import Failure, at

FILE = "pyproject.toml"


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one program may use. A program asks for more seconds in its own header."""

    seconds: float = 60
    memory_mib: int = 4096
    """Of memory, with all that it starts."""
    output_mib: int = 1
    """Of text, on stdout and on stderr each."""
    files_mib: int = 256
    """Of files that it writes, and of each one of them."""
    processes: int = 64
    """That it starts, one after the other or at once."""


class Labs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Long walks in percent cells, rendered as notebook pages."""

    folder: str = "labs"
    colab: str = ""
    """The file of exact versions, relative to the project, that notebooks for Colab install. Such a
    notebook lies beside each lab; none where this is empty."""


class Ledger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Claims with a verdict on each of many releases."""

    folder: str = "ledger"
    lines: tuple[int, int] = (5, 25)
    """How many lines that are not blank its programs have, at least and at most."""
    releases: str = "releases.toml"
    """Which releases there are, relative to the project."""
    sections: dict[str, str] = {}
    """The page of each section that claims belong to."""
    recorded: tuple[str, ...] = ()
    """Programs, as <page>/<name>, whose whole output on each release is kept."""
    names: dict[str, tuple[str, str]] = {}
    """Files of public names, relative to the programs: the release, and the package."""
    backends: dict[str, str] = {}
    """How the page spells each backend."""


class Statements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Marks that say what proves a statement, and the recorded pairs of the two."""

    sources: str = "sources.toml"
    """What the site has read elsewhere, relative to the project."""
    pairs: str = "statements.csv"
    """Each statement beside its evidence, relative to the project."""
    absent: tuple[str, ...] = ()
    """Hardware that the build does not have: what is said of it comes from a source."""
    not_run: str = "not run here"
    """The words that such a statement has to have."""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of an API in backticks, which have to resolve in the installed packages."""

    roots: dict[str, str] = {}
    """The first part of a name, and the module that it stands for."""
    reference: dict[str, str] = {}
    """The address of the official pages, for roots whose addresses follow from the name."""
    addresses: dict[str, str] = {}
    """The page of each name whose address does not."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `[tool.check]`. Folders are relative to the project."""

    pages: str = "docs"
    programs: str = "examples"
    lines: tuple[int, int] = (5, 25)
    """How many lines that are not blank a program has, at least and at most."""
    preload: tuple[str, ...] = ()
    """Modules that are imported once, for all programs that import them."""
    unused: tuple[str, ...] = ()
    """Dotted names that are empty until a library has started threads: no fork after that."""
    clear: tuple[str, ...] = ()
    """Beginnings of environment variables that would change what a program prints."""
    set: dict[str, str] = {}
    """Environment variables that every program runs with."""
    limits: Limits = Limits()
    platforms: dict[str, dict[str, str]] = {}
    """Programs, as <page>/<name>, that print something else on a platform, or cannot run there,
    each with the reason; the platforms are `darwin` and `win32`, as `sys.platform` has them."""
    versions: dict[str, str] = {}
    """Packages whose versions the pages show: name on the page, name of the package."""
    names: Names = Names()
    labs: Labs | None = None
    ledger: Ledger | None = None
    statements: Statements | None = None


def read_config(root: Path) -> Config:
    """The configuration of the project at `root`. Raises `Failure` that names the key."""
    path = root / FILE
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    try:
        table = tomllib.loads(text).get("tool", {}).get("check", {})
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = at(FILE, int(line[1]) if line else 1)
        raise Failure((place,), f"cannot be read: {error}") from error
    try:
        return msgspec.convert(table, Config)
    except msgspec.ValidationError as error:
        raise _named(str(error), text) from error


def _named(error: str, text: str) -> Failure:
    """What is wrong with the table, in the words `tool.check.limits.seconds: Expected ...`."""
    what, _, path = error.partition(" - at `$")
    unknown = re.search(r"unknown field `(\w+)`", what)
    key = path.rstrip("`").lstrip(".").removesuffix("[...]")
    key = ".".join(part for part in (key, unknown[1] if unknown else "") if part)
    last = re.sub(r"\[\d+\]$", "", key).rpartition(".")[2]
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if line.startswith("[tool.check")), 0)
    found = re.compile(rf"\s*\[?(tool\.check\.)?{re.escape(last)}\b")
    line = next((n for n, line in enumerate(lines) if n >= start and found.match(line)), start)
    return Failure((at(FILE, line + 1),), f"tool.check.{key}: {what}")
