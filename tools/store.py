"""Reuse the run of a program while nothing that could change it has changed."""

import hashlib
import json
import platform
import sys
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from tools.program import Program
from tools.run import Run


class Store:
    """Runs that succeeded, kept in `.cache/runs/` of a project, one file for each program.

    A run that failed is never kept: what was wrong may have been the machine.
    """

    def __init__(self, root: Path) -> None:
        self.folder = root / ".cache" / "runs"

    def get(self, name: str, key: str) -> Run | None:
        """The run kept under this name, if it was made under the same key."""
        try:
            kept = json.loads(self._file(name).read_text(encoding="utf-8"))
            return Run(**kept["run"]) if kept["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # nothing there, or not readable: run it again

    def put(self, name: str, key: str, run: Run) -> None:
        """Keep a run that succeeded."""
        file = self._file(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(json.dumps({"key": key, "run": asdict(run)}), encoding="utf-8")
        part.replace(file)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def key_of(program: Program) -> str:
    """A hash of all that could change what the program prints: its bytes, the files beside it,
    the installed packages, the interpreter and the engine."""
    files = [program.path, *program.reads()]
    return digest(f"{file.name}:{_hash_file(file)}" for file in files)


def digest(parts: Iterable[str]) -> str:
    """A hash of these texts on this installation."""
    whole = hashlib.sha256(_installation().encode())
    for part in parts:
        whole.update(b"\0" + part.encode())
    return whole.hexdigest()


def _hash_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def _installation() -> str:
    """What programs run on: interpreter, platform, installed distributions, engine."""
    distributions = sorted(
        {info.name for folder in sys.path for info in Path(folder).glob("*.dist-info")}
    )
    engine = [_hash_file(path) for path in sorted(Path(__file__).parent.glob("*.py"))]
    return json.dumps([sys.version, platform.platform(), distributions, engine])
