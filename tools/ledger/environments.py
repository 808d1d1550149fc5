"""The environment of a release: its Python, its pins, its libraries, its variables."""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Release = Mapping[str, Any]
"""One table of `releases.toml`."""


class NotMeasured(Exception):
    """Why a release could not be brought to run on this machine."""


def find_python(version: str) -> str:
    """A Python of that version: on the PATH, or in pyenv's folder. Raises `NotMeasured`."""
    root = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    candidates = [shutil.which(f"python{version}")]
    candidates += sorted(glob.glob(f"{root}/versions/{version}.*/bin/python"))[::-1]
    for path in filter(None, candidates):
        says = subprocess.run([path, "-V"], capture_output=True, text=True).stdout
        if says.startswith(f"Python {version}."):  # pyenv's shims may say something else
            return path
    raise NotMeasured(f"Python {version} is not on this machine")


def find_uv() -> str | None:
    """uv builds an environment in seconds; without it pip takes minutes."""
    beside = Path(sys.executable).with_name("uv")
    return str(beside) if beside.exists() else shutil.which("uv")


def build(release: Release, folder: Path) -> Path:
    """Build the release's environment in a folder, unless it is there; its interpreter.

    Raises `NotMeasured`, and leaves nothing half built.
    """
    python, stamp = folder / "bin/python", folder / "pins.json"
    wanted = json.dumps([release["python"], release["pins"], release.get("after", [])])
    preview = release.get("preview")  # the same pin may mean another build tomorrow
    if stamp.exists() and stamp.read_text() == wanted and not preview:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        install = _make_environment(release, folder, python)
        for pins in (release["pins"], release.get("after", [])):
            if pins:
                command([*install, *pins])
    except NotMeasured:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    stamp.write_text(wanted)
    return python


def _make_environment(release: Release, folder: Path, python: Path) -> list[str | Path]:
    """Make an empty environment; the command that installs into it."""
    base, uv = find_python(release["python"]), find_uv()
    if uv:
        command([uv, "venv", "-q", "-p", base, folder])
        return [uv, "pip", "install", "-q", "-p", python]
    command([base, "-m", "venv", folder])
    install: list[str | Path] = [python, "-m", "pip", "install", "-q"]
    if release["python"] in ("3.6", "3.7"):  # their own pip is too old
        command([*install, "--upgrade", "pip<22", "setuptools<60"])
    return install


def command(words: Sequence[str | Path], folder: Path | None = None) -> None:
    """Run a command that builds an environment, in this folder. Raises `NotMeasured`."""
    done = subprocess.run(list(map(str, words)), cwd=folder, capture_output=True, text=True)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-3:]
        raise NotMeasured("the environment cannot be built: " + " ".join(last))


def libraries(release: Release, folder: Path) -> dict[str, str]:
    """Old names for shared libraries of this machine, as environment variables."""
    wanted = release.get("libraries", {})
    if not wanted:
        return {}
    listing = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True)
    there = dict(re.findall(r"^\s+(\S+) .* => (\S+)$", listing.stdout, re.M))
    beside = folder / "old-names"
    beside.mkdir(exist_ok=True)
    for old, new in wanted.items():
        if new not in there:
            raise NotMeasured(f"the library {new} is not on this machine")
        (beside / old).unlink(missing_ok=True)
        (beside / old).symlink_to(there[new])
    return {"LD_LIBRARY_PATH": str(beside)}
