"""The generator can be exchanged: each builds the same pages, and says when it did not check."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, copy_of_site

from tools.site import stage
from tools.site.settings import (
    SiteSettings,
    front_matter,
    read_settings,
    split_front_matter,
    title_of,
)

OTHERS = [name for name in stage.GENERATORS if name != "mkdocs"]
OUTPUT = "examples/why-keras/loss_by_hand.out"
NOT_CHECKED = "This page was built without the check."


def run(root: Path, *command: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=root, capture_output=True, text=True, check=False
    )


@pytest.fixture
def site(tmp_path, outside_ci, report):
    """A copy of this project, with the runs of the report, and a site that was built before."""
    copy_of_site(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site")
    return tmp_path


def page_of(file: Path) -> str:
    """The text of a page with its markup, without white space, and as no generator spells it."""
    article = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("article")
    for skip in article.select("#__skip"):  # Zensical's place to skip to
        skip.decompose()
    for left_out in article.select("[data-search-exclude]"):  # which its search has read by then
        del left_out["data-search-exclude"]
    return re.sub(r"\s+", "", str(article))


def words_of(file: Path) -> str:
    """The text of a page alone, without quotation marks: one makes those of a lab typographic."""
    article = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("article")
    return re.sub(r"[\s'\"\u2018-\u201d]+", "", article.get_text())


@pytest.mark.slow
@pytest.mark.parametrize("generator", OTHERS)
def test_every_generator_builds_the_pages_that_the_hook_builds(site, built, generator):
    made = run(site, "tools.site.stage", generator)
    assert made.returncode == 0, made.stdout + made.stderr
    pages = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    assert {
        path.relative_to(site / "site").as_posix() for path in (site / "site").rglob("*.html")
    } == pages
    as_notebooks = generator in stage.RENDER_NOTEBOOKS
    for name in pages - {"404.html"}:  # its links begin at the site's address
        same = page_of if as_notebooks or not name.startswith("labs/") else words_of
        assert same(site / "site" / name) == same(built / name), name
    beside = [path for path in built.rglob("*") if path.suffix in (".md", ".zip", ".py", ".txt")]
    for path in beside:
        other = site / "site" / path.relative_to(built)
        assert other.read_bytes() == path.read_bytes(), path


@pytest.mark.slow
def test_a_failing_check_is_named_by_the_staged_build_and_leaves_the_last_site(site):
    path = site / OUTPUT
    path.write_text(path.read_text("utf-8").replace("1.5", "2.5"), "utf-8")
    made = run(site, "tools.site.stage", "zensical")
    assert made.returncode == 1
    assert f"{OUTPUT}:1" in made.stderr
    assert [file.name for file in (site / "site").iterdir()] == ["index.html"]


@pytest.mark.slow
def test_a_generator_that_fails_is_quoted_and_leaves_the_last_site(site):
    (site / "overrides/main.html").write_text("{% extends 'no-such.html' %}")
    made = run(site, "tools.site.stage", "zensical")
    assert made.returncode == 1
    assert "zensical did not build the staged site" in made.stderr
    assert "no-such.html" in made.stderr
    assert (site / "site/index.html").read_text() == "the last good site"


@pytest.mark.slow
def test_a_page_that_zensical_built_alone_says_so_and_kept_runs_survive_its_clean_up(site):
    kept = sorted(path.name for path in (site / ".check/runs").rglob("*"))
    made = run(site, "zensical", "build", "--clean")
    assert "Build finished" in made.stdout, made.stdout + made.stderr
    page = BeautifulSoup((site / "site/why-keras.html").read_text("utf-8"), "html.parser")
    assert page.select_one("article > aside").get_text(strip=True).startswith(NOT_CHECKED)
    assert kept
    assert sorted(path.name for path in (site / ".check/runs").rglob("*")) == kept


@pytest.mark.parametrize("name", ["index.html", "labs/down_and_back.html", "moving/names.html"])
def test_a_page_that_was_checked_does_not_say_otherwise(built, name):
    assert NOT_CHECKED not in (built / name).read_text("utf-8")


def test_an_unknown_generator_is_refused_with_the_names_of_those_there_are():
    made = run(ROOT, "tools.site.stage", "hugo")
    assert made.returncode == 1
    assert "name one generator: mkdocs, properdocs, zensical" in made.stderr


SETTINGS = """
site_name: A site
nav:
  - one.md
  - Part:
      - Two: two.md
      - deep:
          - labs/three.ipynb
slugs: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
address: !ENV [NOWHERE, "x"]
"""


def test_the_navigation_gives_each_page_with_its_outermost_section(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    entries = SiteSettings.of(read_settings(tmp_path)).entries()
    assert [(entry.section, entry.uri, entry.title) for entry in entries] == [
        ("Pages", "one.md", ""),
        ("Part", "two.md", "Two"),
        ("Part", "labs/three.ipynb", ""),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_name: [", "mkdocs.yml:1: cannot be read"),
        ("a: 1\nb: {", "mkdocs.yml:2: cannot be read"),
        ("nav: []", "has no site_name"),
    ],
)
def test_settings_that_cannot_be_read_are_a_failure_at_their_line(tmp_path, text, said):
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(stage.Failure, match=said):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Set\n---\n# Said\n", "Set"),
        ("---\nhide: [toc]\n---\n\n# Said `in code` { #id }\n", "Said in code"),
        ("# %% [markdown]\n# # A lab\n", "A lab"),
        ("No heading.\n", "page"),
    ],
)
def test_a_page_is_titled_by_its_front_matter_or_its_heading(text, title):
    assert title_of(text, "deep/page.md") == title


def test_front_matter_is_split_from_the_text_and_a_rule_is_not_taken_for_it():
    assert split_front_matter("---\na: 1\n---\n\ntext\n") == ("---\na: 1\n---\n\n", "text\n")
    assert split_front_matter("text\n---\n") == ("", "text\n---\n")
    assert front_matter("---\na: 1\n---\ntext") == {"a": 1}
    assert front_matter("text") == {}
