"""The same code checks and builds a site on another subject, in other folders, by its settings."""

import os
import shutil
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, Served

from tools.config import read_config
from tools.failure import Failure

SITE = ROOT / "tests/other_site"


@pytest.fixture
def site(tmp_path):
    """A copy, as deep below a copy of the tools as the original."""
    shutil.copytree(
        ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__")
    )
    ignored = shutil.ignore_patterns(".check", "site")
    return shutil.copytree(SITE, tmp_path / "tests/other_site", ignore=ignored)


def run(folder, *command):
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    environment["PYTHONPATH"] = str(folder.parents[1])  # of the copy, where `tools` lies
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        text=True,
        capture_output=True,
    )


def test_its_settings_are_under_20_lines():
    lines = (SITE / "pyproject.toml").read_text().splitlines()
    assert len([line for line in lines if line and not line.startswith("#")]) < 20


def test_it_is_checked_from_anywhere(site):
    done = run(site.parents[1], "tools.check", str(site))
    assert done.stdout.splitlines()[-1] == "2 programs ran, 0 not run, 0 failures"


def test_it_is_built(site):
    done = run(site, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    page = (site / "site/arrays.html").read_text()
    assert "[[11 12 13]" in page
    assert 'href="https://numpy.org/doc/stable/reference/generated/numpy.broadcast_shapes"' in page
    assert (site / "site/arrays.zip").exists()


def test_every_link_of_its_pages_leads_somewhere(site):
    done = run(site, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    for file in {*(site / "site").glob("*.html")} - {site / "site/404.html"}:
        page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        found = {link["href"].split("#")[0] for link in page.select("article a[href], link[href]")}
        inside = {href for href in found if href and not href.startswith(("http", "/"))}
        assert inside
        assert [href for href in inside if not (file.parent / href).exists()] == []


def test_directory_urls_are_a_failure_since_links_count_from_the_page(site):
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("use_directory_urls: false", "extra: {}"))
    done = run(site, "mkdocs", "build")
    assert done.returncode == 1
    assert "mkdocs.yml:1: use_directory_urls has to be false" in done.stderr


def test_it_can_be_staged_for_another_generator(site):
    done = run(site, "tools.site.stage", "zensical")
    assert done.returncode == 0, done.stderr
    page = (site / "site/arrays.html").read_text()
    assert "[[11 12 13]" in page
    assert 'rel="canonical"' not in page  # nobody knows its address


def test_its_faults_are_caught_at_their_lines(site):
    program = site / "code/arrays/row_plus_column.py"
    program.write_text(program.read_text().replace("20", "30"))
    page = site / "pages/arrays.md"
    page.write_text(page.read_text().replace("broadcast_shapes", "broadcast_shape"))
    (site / "pages/lost.md").write_text("```python\nprint(1)\n```\n")
    done = run(site, "mkdocs", "build")
    assert done.returncode == 1
    for place in (
        "pages/arrays.md:9: code/arrays/row_plus_column.py writes something else",
        "see code/arrays/row_plus_column.py:5",
        "pages/arrays.md:3: `np.broadcast_shape` does not exist",
        "pages/lost.md:1: a Python fence holds one include",
    ):
        assert place in done.stderr
    assert "3 failures" in done.stderr


def test_pages_elsewhere_than_mkdocs_has_them_are_a_failure(site):
    (site / "docs").mkdir()
    settings = site / "pyproject.toml"
    settings.write_text(settings.read_text().replace('pages = "pages"', 'pages = "docs"'))
    done = run(site, "mkdocs", "build")
    assert done.returncode == 1
    assert "mkdocs.yml:1: docs_dir is" in done.stderr
    assert "tool.check.pages is 'docs'" in done.stderr


def test_a_build_says_what_was_not_run_and_why_the_next_one_takes_longer(site):
    program = site / "code/arrays/row_plus_column.py"
    header = '# /// script\n# dependencies = ["no-such-package"]\n# ///\n'
    program.write_text(header + program.read_text())
    (site / ".check").write_text("no folder")
    done = run(site, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    missing = "code/arrays/row_plus_column.py was not run: it needs the package no-such-package\n"
    assert missing in done.stderr
    assert "runs are not kept for next time" in done.stderr


def test_a_server_goes_on_when_settings_cannot_be_read_and_heeds_those_that_can(site):
    settings, page = site / "pyproject.toml", site / "pages/index.md"
    sound = settings.read_text()
    settings.write_text(sound.replace('pages = "pages"', "pages = 3"))
    served = Served(site)
    try:
        served.wait_for("Serving on")
        assert "pyproject.toml:3: tool.check.pages: Expected `str`" in served.log.read_text()
        assert "<h1" in served.page("")

        settings.write_text(sound)
        page.write_text(page.read_text() + "\nMore.\n")
        served.wait_for("code/arrays/row_plus_column.py ran")
        served.wait_for("Reloading browsers")
        warm = {*served.parents()}
        assert warm

        settings.write_text(sound.replace("seconds = 20", "seconds = 21"))
        page.write_text(page.read_text() + "\nMore.\n")
        served.wait_for("code/arrays/row_plus_column.py ran", 2)
        assert warm.isdisjoint(served.parents())
    finally:
        served.stop()


FAULTS = {
    "a wrong type": ("[tool.check]\npages = 3\n", 2, "tool.check.pages: Expected `str`"),
    "an unknown key": ("[tool.check]\n\npreloda = []\n", 3, "tool.check.preloda: Object contains"),
    "a wrong type further down": (
        "[tool.check.limits]\nmemory_mib = 1\nseconds = 'x'\n",
        3,
        "tool.check.limits.seconds: Expected `float`",
    ),
    "an unknown key further down": ("[tool.check.labs]\nfile = ''\n", 2, "tool.check.labs.file: "),
    "no TOML": ("[tool.check]\npages = \n", 2, "cannot be read"),
}


@pytest.mark.parametrize(("text", "line", "what"), FAULTS.values(), ids=FAULTS)
def test_a_wrong_setting_fails_at_its_line_and_names_the_key(tmp_path, text, line, what):
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(Failure) as caught:
        read_config(tmp_path)
    assert caught.value.places == (f"pyproject.toml:{line}",)
    assert caught.value.what.startswith(what)


def test_a_wrong_setting_is_all_that_the_check_says(site):
    (site / "pyproject.toml").write_text("[tool.check]\npages = 3\n")
    done = run(site.parents[1], "tools.check", str(site))
    assert done.returncode == 1
    assert done.stderr == "pyproject.toml:2: tool.check.pages: Expected `str`, got `int`\n"
