"""Reuse the run of a program while nothing that could change it has changed.

A run depends on the program, on what it read, on the project's settings, on the interpreter and the
installed packages, and on the code that runs programs. What it read was observed (`sandbox.py`), so
it is looked up with the kept run and compared with the files as they are now.
"""

import hashlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from tools.config import Config
from tools.runner.program import Program
from tools.runner.run import Run

FOLDER = ".check"
"""Where a project keeps what can be made again. No generator that we know cleans it."""


class Store:
    """Runs that succeeded, kept in `.check/runs/` of a project, one file for each program.

    A run that failed is never kept: what was wrong may have been the machine. `note` receives a
    sentence when nothing can be kept; the check goes on.
    """

    def __init__(
        self, root: Path, config: Config, note: Callable[[str], None] = lambda line: None
    ) -> None:
        self.folder = root / FOLDER / "runs"
        self.readable = root / config.programs
        self._note = note
        self._base = json.dumps(
            [installation(), msgspec.to_builtins([config.clear, config.set, config.limits])]
        )
        self._hashes: dict[str, str] = {}

    def of(self, program: Program) -> Run | None:
        """The kept run of a program, if all that it depends on is as it was."""
        return self.get(program.key, self._key_of(program))

    def keep(self, program: Program, run: Run) -> None:
        """Keep the run of a program, unless a file that it depends on was written meanwhile."""
        files = [f"{program.key}.py", *run.reads]
        if all(_written(self.readable / file) < run.began for file in files):
            self.put(program.key, self._key_of(program), run)

    def seconds(self, program: Program) -> float | None:
        """How long the program took when it was last kept, whatever has changed since."""
        kept = self._read(program.key)
        return kept["run"]["seconds"] if kept else None

    def get(self, name: str, key: str) -> Run | None:
        """The run kept under this name, if its key is the same and what it read is as it was."""
        kept = self._read(name)
        if not kept or kept["key"] != self._whole(key):
            return None
        if any(self.hash_of(path) != was for path, was in kept["reads"].items()):
            return None
        return Run(**kept["run"])

    def put(self, name: str, key: str, run: Run) -> None:
        """Keep a run. It is written beside its place and moved there, so that two checks at once,
        or one that is killed, leave a whole file."""
        reads = {path: self.hash_of(path) for path in run.reads}
        text = json.dumps({"key": self._whole(key), "reads": reads, "run": asdict(run)})
        file = self._file(name)
        try:
            replace_file(file, text.encode())
        except OSError as error:
            self._note(f"runs are not kept for next time: {error}")

    def hash_of(self, path: str) -> str:
        """A hash of a file below the folder of programs, or of the names in a folder; empty where
        it is missing. Each is read once."""
        if path not in self._hashes:
            self._hashes[path] = _hash(self.readable / path)
        return self._hashes[path]

    def _key_of(self, program: Program) -> str:
        commands = {name: _stamp(path) for name, path in program.commands().items()}
        return json.dumps([str(program), self.hash_of(f"{program.key}.py"), commands])

    def _whole(self, key: str) -> str:
        return digest([self._base, key])

    def _read(self, name: str) -> dict[str, Any] | None:
        """What is kept under a name; None where nothing is, or nothing that can be read."""
        try:
            kept = json.loads(self._file(name).read_bytes())
            Run(**kept["run"])
            return kept if kept["key"] and kept["reads"] is not None else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def replace_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: whoever reads it meets the old content or the new."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with open(descriptor, "wb") as written:
            written.write(content)
        os.chmod(part, 0o644)
        os.replace(part, file)
    except BaseException:
        os.unlink(part)
        raise


def digest(parts: Iterable[str]) -> str:
    """A hash of these texts."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode() + b"\0")
    return whole.hexdigest()


def _hash(path: Path) -> str:
    try:
        if path.is_dir():
            return digest(sorted(os.listdir(path)))
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _written(path: Path) -> float:
    """When a file was written last, in seconds since the epoch."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _stamp(path: str) -> list[int]:
    """What changes when a command is installed anew."""
    if not path:
        return []
    about = os.stat(path)
    return [about.st_size, about.st_mtime_ns]


@cache
def installation() -> str:
    """What programs run on: interpreter, platform, installed packages, the code that runs them."""
    packages = sorted({file.name for place in sys.path for file in Path(place).glob("*.dist-info")})
    here = Path(__file__).parent
    code = {
        file.relative_to(here).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(here.rglob("*.py"))
    }
    return json.dumps([sys.version, platform.platform(), packages, code])
