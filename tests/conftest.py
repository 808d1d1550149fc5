"""What the tests share: this project's report, and small projects to plant faults in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.check import Report, check

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def report() -> Report:
    """The check of this project, made once; a program that has not changed is not run again."""
    return check(ROOT, told=print)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the checked site, built for these tests."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


@pytest.fixture(autouse=True)
def _outside_ci(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted projects are judged as on a developer's machine, also when CI runs the tests."""
    if "project" in request.fixturenames:
        monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Writes a project's files: `project({"docs/a.md": "..."})` returns its root."""
    return lambda files: write_files(tmp_path, files)


def write_files(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def show(page: str, *names: str) -> str:
    """The Markdown that shows these programs of a page, each with its output: 7 lines a program,
    its fences in the lines 1 and 4."""
    return "\n".join(
        f'```python\n--8<-- "{page}/{name}.py"\n```\n```output\n--8<-- "{page}/{name}.out"\n```\n'
        for name in names
    )


def copy_of_site(folder: Path) -> Path:
    """A copy of this project to plant faults in, with the runs that it may reuse."""
    for name in ("docs", "examples", "tools", "overrides", "tests", ".cache/runs"):
        if (ROOT / name).exists():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def chromium() -> str | None:
    """Where a Chromium is installed, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    on_macos = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    return found or (str(on_macos) if on_macos.exists() else None)
