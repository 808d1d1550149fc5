"""Pins: the exact versions that a lock holds, as `uv pip compile` writes it."""

import re
from dataclasses import dataclass, field

from packaging.utils import canonicalize_name

LOCK = "requirements.lock"
_PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+)(?: ; (?P<marker>[^\\]+))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_ASKED = re.compile(r"#(?: via|  ) +(?P<file>-[rc] )?(?P<name>[\w.-]+)(?P<project> \(.+\))?$")


@dataclass
class Pin:
    """A locked version: where it stands, on which machines it counts, the hashes of its files, and
    the packages that ask for it; `direct` says that the project does."""

    name: str
    version: str
    line: int
    marker: str = ""
    hashes: list[str] = field(default_factory=list)
    asked_by: list[str] = field(default_factory=list)
    direct: bool = False


def pins(lock: str) -> list[Pin]:
    """What a lock holds, from its text. The names are canonical."""
    found: list[Pin] = []
    for number, line in enumerate(lock.splitlines(), 1):
        if pin := _PIN.match(line):
            marker = (pin["marker"] or "").strip()
            found.append(Pin(canonicalize_name(pin["name"]), pin["version"], number, marker))
        elif (digest := _HASH.search(line)) and found:
            found[-1].hashes.append(digest[1])
        elif (asked := _ASKED.match(line.strip())) and found:
            if asked["project"] or asked["file"] == "-r ":
                found[-1].direct = True
            elif not asked["file"]:
                found[-1].asked_by.append(canonicalize_name(asked["name"]))
    return found


def versions_in(lock: str) -> dict[str, str]:
    """The version of each package of a lock, by its canonical name."""
    return {pin.name: pin.version for pin in pins(lock)}
