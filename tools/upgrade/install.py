"""Install: the new lock, and an environment of it in the place of the old one, which is kept.

All of it is made beside what there is; only when it is whole does it take the other's place.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

from tools.config import FILE
from tools.failure import Failure, at
from tools.ledger.environments import NotMeasured, command, find_uv
from tools.pins import LOCK, versions_in
from tools.runner.store import digest, replace_file
from tools.upgrade import ranges

_HEAD = "uv pip compile "


def resolve(root: Path, folder: Path, asked: Mapping[str, str]) -> None:
    """Write pyproject.toml and the lock into a folder, with the versions that are asked for; with
    the newest of all packages if none are. Raises `Failure`, and leaves nothing."""
    text = ranges.read(root)
    groups = ranges.groups_of(text)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        if asked:
            wanted = {
                name: (packages, asked[name]) for name, packages in groups.items() if name in asked
            }
            for packages, version in wanted.values():
                text = ranges.moved(text, packages, version)
            options = [f"-P{pin}" for pair in wanted.values() for pin in _pins(*pair)]
            _compile(root, folder, text, options)
            return
        wide = text
        for packages in groups.values():
            wide = ranges.opened(wide, packages)
        _compile(root, folder, wide, ["--upgrade"])
        found = versions_in((folder / LOCK).read_text(encoding="utf-8"))
        for packages in groups.values():
            newest = ".".join(map(str, Version(found[packages[0]]).release[:2]))
            text = ranges.moved(text, packages, newest)
        _compile(root, folder, text, [])
    except Failure:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _pins(packages: list[str], version: str) -> list[str]:
    """What uv is asked for: of the first package this release, of the others its minor one."""
    minor = ".".join(version.split(".")[:2])
    own = version if version.count(".") == 2 else f"{minor}.*"
    return [
        f"{package}=={minor}.*" if n else f"{package}=={own}" for n, package in enumerate(packages)
    ]


def _compile(root: Path, folder: Path, text: str, options: list[str]) -> None:
    """Resolve this pyproject.toml, with the command that the lock of the project names."""
    lock = folder / LOCK
    (folder / FILE).write_text(text, encoding="utf-8")
    if not lock.exists():
        shutil.copy(root / LOCK, lock)  # what it has stays where nothing asks for another
    head = lock.read_text(encoding="utf-8").partition(_HEAD)[2].partition("\n")[0]
    if not head:
        what = "its head does not say how it was made, uv pip compile ...: make lock"
        raise Failure((at(LOCK),), what)
    words = [_uv(), "pip", "compile", "--quiet", *shlex.split(head), *options]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        what = "these versions cannot be had together, and nothing was changed"
        raise Failure((at(FILE),), what, done.stderr.strip())


def _uv() -> str:
    uv = find_uv()
    if not uv:
        raise Failure((at(FILE),), "uv is not here, which resolves versions: pip install uv")
    return uv


def build(lock: Path, folder: Path, extras: list[str]) -> list[str]:
    """An environment with the packages of a lock, unless it is there, and with these; a sentence
    for each of those that could not be had. Raises `NotMeasured`."""
    stamp, python = folder / "made-of.json", folder / "bin/python"
    wanted = json.dumps([digest([lock.read_text(encoding="utf-8")]), extras])
    if stamp.exists() and json.loads(stamp.read_text())[0] == wanted:
        return [str(note) for note in json.loads(stamp.read_text())[1]]
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as elsewhere:  # uv reads no constraints of the project there
        where = Path(elsewhere)
        uv = _uv()
        command([uv, "venv", "-q", "--relocatable", "-p", sys.executable, folder], where)
        command([python, "-m", "ensurepip"], where)
        install: list[str | Path] = [uv, "pip", "install", "-q", "-p", python]
        hashed: list[str | Path] = ["--require-hashes", "-r", lock.absolute()]
        # compiled now: programs may write in their own folder only, and would compile at each start
        command([*install, "--compile-bytecode", *hashed], where)
    notes = []
    for pin in extras:
        try:
            command([python, "-m", "pip", "install", "-q", pin])  # as .ci/run does it
        except NotMeasured as reason:
            notes.append(f"{pin} was in the old environment and is not in the new one: {reason}")
    stamp.write_text(json.dumps([wanted, notes]))
    return notes


def extras_here(text: str, lock: str) -> list[str]:
    """What pyproject.toml calls optional, and uv, where it is installed here and in no lock.

    All of them are there before a program runs: one that came later would make all run again.
    """
    optional = tomllib.loads(text).get("project", {}).get("optional-dependencies", {})
    names = [Requirement(one).name for listed in optional.values() for one in listed] + ["uv"]
    found = []
    for name in names:
        try:
            here = Version(version(name)).public
        except PackageNotFoundError:
            continue
        if name not in versions_in(lock):
            found.append(f"{name}=={here}")
    return found


def swap(root: Path, folder: Path) -> None:
    """Put the new environment, lock and pyproject.toml in the place of the old ones. The old
    environment is kept in the folder until the upgrade is done."""
    venv, old, new = root / ".venv", folder / "old", folder / "new"
    if os.path.lexists(old):  # it was swapped before, and make has set up another one since
        _remove(venv)
    else:
        os.rename(venv, old)
    try:
        os.rename(folder / "venv", venv)
    except OSError:
        os.rename(old, venv)
        raise
    for name in (FILE, LOCK):
        replace_file(root / name, (new / name).read_bytes())
    (venv / "ready").touch()  # it is newer than the lock: make has nothing to set up
    shutil.rmtree(new)


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)
