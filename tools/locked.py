"""The lock is in step with pyproject.toml: it holds what is asked for, as `make lock` makes it.

python -m tools.locked           lists what is not; nothing is asked of the network
"""

import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.annotations import annotate
from tools.failure import Failure, at
from tools.pins import LOCK, Pin, pins

PROJECT = "pyproject.toml"


def lock_of_extra(extra: str) -> str:
    """The file with what an extra of the project needs beside the lock."""
    return f"requirements-{extra}.lock"


def lock_failures(root: Path) -> list[Failure]:
    """What is wrong with the lock of a project, and with those of its extras that have one."""
    files = {name: _read(root / name) for name in (PROJECT, LOCK, "Makefile")}
    if missing := [name for name, text in files.items() if not text]:
        return [Failure((at(name),), "it is not there, or empty") for name in missing]
    asked = tomllib.loads(files[PROJECT])
    project, text = asked["project"], files[PROJECT]
    wanted = [*project.get("dependencies", [])]
    for group in asked.get("dependency-groups", {}).values():
        wanted += [each for each in group if isinstance(each, str)]
    limits = asked.get("tool", {}).get("uv", {}).get("constraint-dependencies", [])
    held = pins(files[LOCK])
    failures = [
        *_of_requirements(LOCK, held, wanted, text, needed=True),
        *_of_requirements(LOCK, held, limits, text, needed=False),
        *_of_hashes(LOCK, held),
        *_of_command(asked, files[LOCK], files["Makefile"]),
    ]
    for extra, wanted in project.get("optional-dependencies", {}).items():
        lock = lock_of_extra(extra)
        beside = pins(_read(root / lock))
        if beside:
            failures += _of_requirements(lock, beside, wanted, text, needed=True)
            failures += _of_both(lock, beside, held)
            failures += _of_hashes(lock, beside)
    return sorted(set(failures))


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _of_requirements(
    lock: str, held: list[Pin], wanted: list[str], text: str, needed: bool
) -> Iterator[Failure]:
    """What is asked for, in the project's text, and not held like that. What is not `needed` may be
    missing."""
    for each in wanted:
        place = at(PROJECT, _line_of(text, each))
        try:
            requirement = Requirement(each)
        except InvalidRequirement as error:
            what = str(error).partition("\n")[0]
            yield Failure((place,), f"{each!r} is not a requirement: {what}")
            continue
        name = canonicalize_name(requirement.name)
        found = [pin for pin in held if pin.name == name]
        if not found and needed:
            yield Failure(
                (place,), f"{each} is asked for, and {lock} has no {name}: run `make lock`"
            )
        for pin in found:
            if not requirement.specifier.contains(Version(pin.version), prereleases=True):
                what = f"{each} is asked for, and {lock} has {pin.version}: run `make lock`"
                yield Failure((place, at(lock, pin.line)), what)


def _of_both(lock: str, beside: list[Pin], held: list[Pin]) -> Iterator[Failure]:
    """A package of which two locks hold different versions: they are installed together."""
    for pin in beside:
        for other in held:
            if other.name == pin.name and other.version != pin.version:
                what = f"{pin.name} {pin.version}, and {LOCK} has {other.version}: run `make lock`"
                yield Failure((at(lock, pin.line), at(LOCK, other.line)), what)


def _of_hashes(lock: str, held: list[Pin]) -> Iterator[Failure]:
    """A package without a hash, which pip would refuse."""
    for pin in held:
        if not pin.hashes:
            yield Failure((at(lock, pin.line),), f"{pin.name} has no hash: run `make lock`")


def _line_of(text: str, wanted: str) -> int:
    """The line of the first place where this text is quoted."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if f'"{wanted}"' in line), 1)


def _of_command(asked: dict[str, Any], lock: str, makefile: str) -> Iterator[Failure]:
    """The command in the lock's first lines is the Makefile's, and locks for the oldest Python."""
    header = re.search(r"^#\s+uv (pip compile .+)$", lock, re.M)
    made = re.search(rf"^\t.*\buv (pip compile .+ -o {re.escape(LOCK)})$", makefile, re.M)
    if not header or not made:
        place = at(LOCK, 2) if made else at("Makefile")
        what = f"there is no line `uv pip compile ... -o {LOCK}`: `make lock` needs one"
        yield Failure((place,), what)
        return
    header_at = at(LOCK, lock.count("\n", 0, header.start(1)) + 1)
    made_at = at("Makefile", makefile.count("\n", 0, made.start(1)) + 1)
    variables = dict(re.findall(r"^(\w+) :?= *(.*)$", makefile, re.M))
    whole = re.sub(r"\$\((\w+)\)", lambda name: variables.get(name[1], name[0]), made[1])
    command = [word for word in shlex.split(whole) if word != "--quiet"]
    if shlex.split(header[1]) != command:
        what = f"it was made by another command than {made_at} has now: run `make lock`"
        yield Failure((header_at, made_at), what)
    oldest = asked["project"].get("requires-python", "")
    if f">={_option(command, '--python-version')}" not in oldest.split(","):
        what = f"it locks for another Python than requires-python = {oldest!r} begins with"
        yield Failure((made_at,), what)


def _option(command: list[str], name: str) -> str:
    return command[command.index(name) + 1] if name in command else ""


def main() -> None:
    """List what is not in step; exit with 1 if anything is."""
    failures = lock_failures(Path.cwd())
    annotate(failures)
    sys.exit("\n".join(map(str, failures)) if failures else 0)


if __name__ == "__main__":
    main()
