"""`make look`: a change of colour is found, a page without one is not listed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, write_files
from PIL import Image

from tools.look import Change, compare, look, main, report, take

PAGE = "<!doctype html><meta charset=utf-8><body style='background:{}'><h1>A page</h1>"
PAGES = {"front": "index.html", "other": "other.html"}
SITE = {"site/index.html": PAGE.format("#fff"), "site/other.html": PAGE.format("#eee")}
SETTINGS = '[tool.look.pages]\nabout = "about/index.html"\n'


def drawn(folder: Path, **pictures: tuple[str, tuple[int, int]]) -> Path:
    folder.mkdir()
    for name, (colour, size) in pictures.items():
        Image.new("RGB", size, colour).save(folder / f"{name}.png")
    return folder


def test_pictures_that_differ_are_found_with_how_much(tmp_path):
    small, high = (10, 10), (10, 20)
    old = drawn(tmp_path / "old", same=("red", small), longer=("red", small), all=("red", small))
    new = drawn(
        tmp_path / "new",
        same=("red", small),
        longer=("red", high),
        all=("#fe0000", small),
        new=("red", small),
    )
    changes = compare(old, new, tmp_path / "difference")
    assert changes == [Change("all", 1), Change("new", None), Change("longer", 0.5)]
    shown = sorted(file.name for file in (tmp_path / "difference").iterdir())
    assert shown == ["all.png", "longer.png"]


def test_the_report_folds_away_what_is_the_same(tmp_path):
    changes = [Change("front", 0.25), Change("new", None)]
    page = report(tmp_path, "abc", changes, ["front", "new", "same"])
    seen, folded = page.split("<details>")
    assert "2 of 3 pictures differ from abc" in seen
    assert "front: 25.00% differs" in seen
    assert 'src="difference/front.png"' in seen
    assert 'src="difference/new.png"' not in seen
    assert "1 without a change" in folded
    assert "same.png" not in seen


@pytest.mark.browser
def test_a_planted_colour_is_found_and_an_unchanged_page_is_not_listed(browser, tmp_path):
    write_files(tmp_path, SITE)
    take(browser, tmp_path / "site", PAGES, tmp_path / "before")
    assert len(list((tmp_path / "before").iterdir())) == 8
    (tmp_path / "site/index.html").write_text(PAGE.format("#fffffe"))
    take(browser, tmp_path / "site", PAGES, tmp_path / "after")
    changes = compare(tmp_path / "before", tmp_path / "after", tmp_path / "difference")
    assert {change.name.split("-")[0] for change in changes} == {"front"}
    assert len(changes) == 4


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small site under git, built, with nothing left to commit."""
    files = {
        "pyproject.toml": SETTINGS,
        ".gitignore": ".check/\nsite/\n",
        "mkdocs.yml": "site_name: Small\ntheme: mkdocs\nplugins: []\n",
        "docs/index.md": "# Front\n",
        "docs/about.md": "# About\n",
        ".check/runs/kept": "",
    }
    write_files(tmp_path, files)
    git(tmp_path, "init", "-q")
    commit(tmp_path, "first")
    build(tmp_path)
    return tmp_path


def git(root: Path, *command: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    done = subprocess.run(["git", *who, *command], cwd=root, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(root: Path, what: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", what)


def build(root: Path) -> None:
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, check=True)


@pytest.mark.browser
@pytest.mark.slow
def test_a_change_is_shown_beside_the_last_commit(browser, repository):
    (repository / "docs/about.md").write_text("# About\n\nMore.\n")
    build(repository)
    said = look(repository, browser)  # the commit is built in a work tree
    head = git(repository, "rev-parse", "--short=12", "HEAD")
    assert f"4 of 4 pictures differ from {head}" in said
    assert (repository / ".check/look/difference/about-phone-dark.png").exists()
    assert git(repository, "worktree", "list").count("\n") == 0

    commit(repository, "second")
    assert f"differ from {head}" in look(repository, browser)  # of the commit before, kept
    second = git(repository, "rev-parse", "--short=12", "HEAD")
    assert "0 of 4" in look(repository, browser, second)  # kept just now


@pytest.mark.browser
@pytest.mark.slow
def test_a_commit_that_cannot_be_built_is_said(browser, repository):
    (repository / "mkdocs.yml").write_text("site_name: [")
    commit(repository, "broken")
    (repository / "docs/new.md").write_text("")
    with pytest.raises(SystemExit, match="cannot be built here"):
        look(repository, browser)
    assert git(repository, "worktree", "list").count("\n") == 0


@pytest.mark.browser
@pytest.mark.slow
def test_the_command(browser, repository):
    """In a process of its own: Playwright runs only once in each."""
    (repository / "docs/new.md").write_text("# New\n")
    command = [sys.executable, "-m", "tools.look", "HEAD"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True)
    assert "0 of 4 pictures differ" in done.stdout, done.stderr


def test_a_chromium_is_asked_for(monkeypatch):
    monkeypatch.setattr("tools.look.chromium", lambda: None)
    with pytest.raises(SystemExit, match="apt-get install"):
        main()
