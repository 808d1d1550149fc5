"""Two builds of the same sources are the same bytes, whoever makes them, where, and when."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, copy_of_site, write_files

from tools.report import Report

BUILD = """
import os
if os.environ.get("BACKWARDS"):  # the order of a folder is that of its file system
    listdir, scandir = os.listdir, os.scandir

    class Backwards:
        def __init__(self, path="."):
            with scandir(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name)
        def __iter__(self):
            return self
        def __next__(self):
            if not self.entries:
                raise StopIteration
            return self.entries.pop()
        def __enter__(self):
            return self
        def __exit__(self, *_):
            pass
        def close(self):
            pass

    os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
    os.scandir = Backwards
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config("mkdocs.yml", strict=True, site_url="https://example.org/repo/"))
"""
SOURCES = {"SOURCE_DATE_EPOCH": "1700000000"}
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Asia/Kolkata", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "4242", "BACKWARDS": "1"}
LOOKS = "text.hinting: none\nsavefig.bbox: tight\nsvg.fonttype: none\n"
"""What somebody may have told Matplotlib in his home."""


def differences(one: Path, other: Path) -> Iterator[str]:
    """What differs between two folders: a file a line, with the first difference in it."""
    files = [
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for folder in (one, other)
    ]
    for name in sorted(files[0] | files[1]):
        if name not in files[0] & files[1]:
            yield f"{name}: only in {one if name in files[0] else other}"
            continue
        first, second = ((folder / name).read_bytes() for folder in (one, other))
        if first != second:
            both = zip(first, second, strict=False)
            same = next((at for at, pair in enumerate(both) if pair[0] != pair[1]), None)
            place = min(len(first), len(second)) if same is None else same
            line = first[:place].count(b"\n") + 1
            shown = (text[max(place - 30, 0) : place + 50] for text in (first, second))
            yield f"{name}:{line}: {' and '.join(map(repr, shown))}"


def somebody_else(folder: Path) -> list[str]:
    """What a command begins with to be that of another user, who owns the folder. Only root can
    become one; Python may lie where only root can read."""
    if os.name != "posix" or os.getuid() or not shutil.which("setpriv"):
        return []
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534, follow_symlinks=False)
    can_read = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *can_read]


def german(folder: Path) -> dict[str, str]:
    """The variable that leads to the locale, made where the system can make it."""
    if not shutil.which("localedef"):
        return {}
    command = ["localedef", "-i", "de_DE", "-f", "UTF-8", str(folder / "de_DE.UTF-8")]
    made = subprocess.run(command, capture_output=True)
    return {} if made.returncode else {"LOCPATH": str(folder)}


def built(folder: Path, around: dict[str, str], umask: int, user: list[str]) -> Path:
    """The site that a user builds in a copy of this one, with these variables."""
    unwanted = ("CI", "COVERAGE_", "LANG", "LC_", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    done = subprocess.run(
        [*user, sys.executable, "-c", BUILD],
        cwd=folder,
        env=kept | SOURCES | around,
        umask=umask,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, done.stdout
    return folder / "site"


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that every user can reach, which a folder of pytest is not."""
    with tempfile.TemporaryDirectory(prefix="else where-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.slow
def test_another_user_elsewhere_builds_the_same_site(report: Report, tmp_path, elsewhere):
    """The report is made first: both reuse its runs, and make all else themselves."""
    here, there = tmp_path, elsewhere / "a longer way"
    for folder in (here, there):
        copy_of_site(folder)
        write_files(
            folder, {"home/.config/matplotlib/matplotlibrc": LOOKS if folder is there else ""}
        )
        (folder / "tmp").mkdir()
    one = built(here, HERE | {"HOME": str(here / "home")}, 0o022, [])
    around = {"HOME": str(there / "home"), "TMPDIR": str(there / "tmp")} | german(elsewhere)
    other = built(there, THERE | around, 0o077, somebody_else(elsewhere))
    assert list(differences(one, other)) == []
    texts = [file.read_text("utf-8") for file in one.rglob("*.html")]
    assert sum("ran in the build of the sources of 2023-11-14" in text for text in texts) > 20


def test_what_differs_is_named_with_its_first_difference(tmp_path):
    same = {"a.html": "the same", "folder/b.xml": "1\n2\n3"}
    one = write_files(tmp_path / "one", same | {"c.html": "one\ntwo 1 three\n", "d.css": ""})
    other = write_files(tmp_path / "other", same | {"c.html": "one\ntwo 2 three\n", "e.js": ""})
    shown = r"c.html:2: b'one\ntwo 1 three\n' and b'one\ntwo 2 three\n'"
    files = [f"d.css: only in {one}", f"e.js: only in {other}"]
    assert [line for line in differences(one, other) if "pyproject" not in line] == [shown, *files]


@pytest.mark.skipif(not shutil.which("git") or not shutil.which("make"), reason="no git or make")
def test_make_gives_the_sources_the_date_of_their_commit_until_they_are_changed(tmp_path):
    def said(*command: str, **around: str) -> str:
        names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_COMMITTER_DATE": "1700000000 +0530"}
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
        done = subprocess.run(
            command, cwd=tmp_path, env=kept | names | around, capture_output=True, text=True
        )
        return done.stdout

    shutil.copy(ROOT / "Makefile", tmp_path)
    write_files(tmp_path, {".venv/ready": "", ".gitignore": ".venv\n", "requirements.lock": ""})
    assert "SOURCE_DATE_EPOCH" not in said("make", "-n", "site")  # not in a repository
    said("git", "init", "-q")
    said("git", "add", "-A")
    assert "SOURCE_DATE_EPOCH" not in said("make", "-n", "site")
    said("git", "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "All")
    assert "SOURCE_DATE_EPOCH=1700000000 " in said("make", "-n", "site")
    assert "SOURCE_DATE_EPOCH=5 " in said("make", "-n", "site", SOURCE_DATE_EPOCH="5")
    (tmp_path / "new.md").write_text("A page that is not committed.")
    assert "SOURCE_DATE_EPOCH" not in said("make", "-n", "site")
