"""Sources: what the site has read elsewhere, word for word, in one data file."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import msgspec

from tools.failure import Failure, at
from tools.project import Project


class Source(msgspec.Struct, forbid_unknown_fields=True):
    """One source: its title, its address, the quoted words, the day on which they were read.

    A quotation from an installed package also says in which file it stands, relative to the folder
    that `import` takes the package from, on which lines, and under which tag of its repository.
    """

    title: str
    address: str
    read: date
    quote: str = ""
    package: str = ""
    file: str = ""
    lines: tuple[int, int] | None = None
    tag: str = ""


@dataclass(frozen=True)
class Sources:
    """All sources of a project, by key, and the file that they stand in."""

    path: Path
    name: str
    all: dict[str, Source]

    @classmethod
    def read(cls, project: Project) -> "Sources":
        """Read them; none where the project has no such file. Raises `Failure`."""
        assert project.config.statements
        name = project.config.statements.sources
        path = project.root / name
        sources = cls(path, name, {})
        try:
            tables = msgspec.toml.decode(path.read_bytes() if path.exists() else b"")
        except msgspec.DecodeError as error:
            raise Failure((at(name),), f"the file of sources cannot be read: {error}") from None
        for key, table in tables.items():
            try:
                sources.all[key] = msgspec.convert(table, Source)
            except msgspec.ValidationError as error:
                raise Failure((sources.place(key),), f"the source {key}: {error}") from None
        return sources

    def place(self, key: str) -> str:
        """Where an entry begins."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        return at(self.name, next((n for n, line in enumerate(lines, 1) if line == f"[{key}]"), 1))

    def failures(self, rests_on: Callable[[str], Mapping[str, str]]) -> Iterator[Failure]:
        """What installed packages do not say as it is quoted. `rests_on` gives the places of the
        statements that rest on a source, with their text."""
        for key, source in self.all.items():
            wrong = _wrong_with(source) if source.package else ""
            if wrong:
                resting = rests_on(key)
                places, said = (self.place(key), *resting), "\n".join(resting.values())
                yield Failure(places, f"the source {key} {wrong}", said, "quotation")


def _wrong_with(source: Source) -> str:
    """What is wrong with a quotation from an installed package; empty where nothing is."""
    found = find_spec(source.package)
    if not found or not found.origin:
        return f"quotes {source.package}, which is not installed"
    file = Path(found.origin).parent / source.file
    if not file.is_file():
        return f"quotes {source.package}/{source.file}, which is not there any more"
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    if collapsed(source.quote) not in collapsed("\n".join(lines)):
        return f"quotes words that {source.package}/{source.file} no longer has: {source.quote!r}"
    if source.lines and _version(source.package) == source.tag.lstrip("v"):
        first, last = source.lines
        if collapsed(source.quote) not in collapsed("\n".join(lines[first - 1 : last])):
            return f"has other lines in {source.package}/{source.file} than {first} to {last}"
    return ""


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def collapsed(text: str) -> str:
    """A text with each run of blanks as one, as quotations are compared."""
    return re.sub(r"\s+", " ", text).strip()
