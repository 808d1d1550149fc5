"""Ranges: the requirements of pyproject.toml, moved where they forbid what is asked for.

The text is edited and not written anew: comments and order stay.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

from tools.config import FILE
from tools.failure import Failure, at

_FINAL = re.compile(r"\d+(\.\d+){1,2}")


def groups_of(text: str) -> dict[str, list[str]]:
    """The packages that move together, by the name of the group: `[tool.upgrade]`."""
    groups = tomllib.loads(text).get("tool", {}).get("upgrade", {})
    good = groups and all(isinstance(one, list) and one for one in groups.values())
    if not good:
        what = '[tool.upgrade] says which packages move together: TF = ["tensorflow", "tf-keras"]'
        raise Failure((at(FILE),), what)
    return dict(groups)


def asked_of(words: list[str], groups: Mapping[str, list[str]]) -> dict[str, str]:
    """The versions that a call asks for, by group: TF=2.22 KERAS=3.16. Raises `Failure`."""
    asked = {}
    for word in words:
        group, _, version = word.partition("=")
        if group not in groups or not _FINAL.fullmatch(version):
            known = " ".join(f"{name}=X.Y" for name in groups)
            what = f"{word!r} asks for no release: write {known}, or X.Y.Z"
            raise Failure((at(FILE),), f"{what}; make watch tries what is no release yet")
        asked[group] = version
    return asked


def moved(text: str, packages: list[str], version: str) -> str:
    """The text with the ranges of these packages moved, where they forbid a version."""
    for package in packages:
        for requirement in _requirements(text, package):
            low, high = _ends(requirement, text)
            if not _allows(low, high, version):
                text = text.replace(f'"{requirement}"', f'"{_around(requirement, high, version)}"')
    return text


def opened(text: str, packages: list[str]) -> str:
    """The text with the ranges of these packages open up to the next major version."""
    for package in packages:
        for requirement in _requirements(text, package):
            low, high = _ends(requirement, text)
            wider = requirement.replace(f"<{high}", f"<{Version(low).major + 1}")
            text = text.replace(f'"{requirement}"', f'"{wider}"')
    return text


def line_of(text: str, requirement: str) -> int:
    """The line that a requirement stands in."""
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if requirement in line), 1)


def _requirements(text: str, package: str) -> Iterator[str]:
    """The requirements of a package, as they are written between quotes."""
    name = re.sub(r"[-_.]+", "[-_.]+", re.escape(package).replace(r"\-", "-"))
    found = re.findall(rf'"({name}(?:\[[^\]"]*\])?\s*[<>=!~][^"]*)"', text, re.I)
    if not found:
        what = f"there is no range for {package}, which [tool.upgrade] names: {package}>=1.2,<1.3"
        raise Failure((at(FILE, line_of(text, f'"{package}"')),), what)
    yield from dict.fromkeys(found)


def _ends(requirement: str, text: str) -> tuple[str, str]:
    """The two ends of a range: 2.21 and 2.22 of >=2.21,<2.22."""
    ends = {one.operator: one.version for one in Requirement(requirement).specifier}
    if set(ends) != {">=", "<"}:
        what = f"{requirement} is not written as >=A,<B: upgrade cannot move it"
        raise Failure((at(FILE, line_of(text, requirement)),), what)
    return ends[">="], ends["<"]


def _allows(low: str, high: str, version: str) -> bool:
    """Whether a range has a release of that version: 2.21 means any 2.21.x."""
    numbers = Version(version).release
    return Version(low).release[: len(numbers)] <= numbers and Version(version) < Version(high)


def _around(requirement: str, high: str, version: str) -> str:
    """The range around a version; its upper end has as many numbers as before."""
    places = len(Version(high).release)
    *first, last = (*Version(version).release, 0, 0)[:places]
    end = ".".join(map(str, (*first, last + 1)))
    head = re.split(r"[<>=!~]", requirement, maxsplit=1)[0]
    return f"{head}>={version},<{end}"


def read(root: Path) -> str:
    """The text of pyproject.toml."""
    return (root / FILE).read_text(encoding="utf-8")
