"""What a page costs: bytes on the wire, requests, and nothing that moves while it is read."""

import gzip
import posixpath
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from playwright.sync_api import Page

from tools.project import Project

PAGES = [
    path.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
    for path in Project.read(ROOT).pages
]
KB = 1000
OWN = {"ledger.html": 80 * KB}
"""Pages with a budget of their own: the ledger has 2,500 cells with their evidence."""


def asked_by(page: Page, address: str) -> list[str]:
    """The files of the site that a page asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return asked


def on_the_wire(built: Path, files: set[str]) -> int:
    return sum(len(gzip.compress((built / file).read_bytes(), 9)) for file in files)


@pytest.mark.browser
def test_the_front_page_asks_for_twelve_files_and_100_kb_at_most(browser, built, address):
    context = browser.new_context()
    asked = asked_by(context.new_page(), f"{address}index.html")
    context.close()
    assert len(asked) <= 12, asked
    assert on_the_wire(built, set(asked)) <= 100 * KB


def files_of(built: Path, name: str) -> set[str]:
    """The files of a page, from its HTML: itself, its styles, its scripts."""
    page = BeautifulSoup((built / name).read_text(encoding="utf-8"), "html.parser")
    links = [link["href"] for link in page.select("link[rel=stylesheet], link[rel=icon]")]
    links += [script["src"] for script in page.select("script[src]")]
    folder = posixpath.dirname(name)
    return {name} | {posixpath.normpath(posixpath.join(folder, link)) for link in links}


@pytest.mark.parametrize("name", PAGES)
def test_a_later_page_costs_40_kb_more_at_most(built, name):
    more = files_of(built, name) - files_of(built, "index.html")
    assert on_the_wire(built, more) <= OWN.get(name, 40 * KB), more


MOVED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.browser
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("name", ["index.html", "ledger.html"])
def test_nothing_moves_while_a_page_loads(visit, name, size):
    assert visit(name, size).evaluate(MOVED) < 0.01
