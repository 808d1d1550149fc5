"""The built site works wherever it lies: below any path, in a folder, and for addresses that are
not there."""

import functools
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from conftest import ROOT, SIZES, QuietHandler, served, write_files
from playwright.sync_api import expect

from tools.labs.lab import find_labs
from tools.project import Project
from tools.site.offline import main, pack

PROJECT = Project.read(ROOT)
PAGES = [path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in PROJECT.pages]
PAGES += [f"{lab.program.key}.html" for lab in find_labs(PROJECT)]
LOST = ["lost.html", "differences/lost.html", "moving/both/lost", "a/b/c/d.html", "lost#a"]


class BelowRepo(QuietHandler):
    """Serves a site below /repo/, with its page for what is not there, and counts what it lacks."""

    missed: ClassVar[list[str]] = []

    def translate_path(self, path: str) -> str:
        below = path.removeprefix("/repo/")
        return super().translate_path(f"/{below}" if below != path else "/nothing is here")

    def send_error(self, code: int, *_: object) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.missed.append(self.path)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def repo(built: Path) -> Iterator[str]:
    """The address below which the site is served, one that it does not know."""
    BelowRepo.missed.clear()
    with served(built, BelowRepo) as address:
        yield f"{address}repo/"


@pytest.fixture
def known_repo(built_for_repo: Path) -> Iterator[str]:
    """The same, for a site that was built for the path."""
    BelowRepo.missed.clear()
    with served(built_for_repo, BelowRepo) as address:
        yield f"{address}repo/"


@functools.cache
def parsed(file: Path) -> tuple[list[str], set[str]]:
    """What a page refers to, and the places on it that can be referred to."""
    soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    found = [
        str(element[name])
        for name in ("href", "src", "action", "data-src", "poster")
        for element in soup.select(f"[{name}]")
    ]
    return found, {str(element["id"]) for element in soup.select("[id]")}


def lost_links(site: Path, page: str) -> list[str]:
    """The references of a page that lead nowhere, or that hold only at one address."""
    found, lost = parsed(site / page)[0], []
    for reference in found:
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc:
            continue
        target = (site / page).parent / unquote(parts.path) if parts.path else site / page
        target = target.resolve()
        outside = parts.path.startswith("/") or not target.is_relative_to(site.resolve())
        if outside or not target.is_file():
            lost.append(reference)
        elif parts.fragment and target.suffix == ".html":
            anchors = parsed(target)[1] | {"__codelineno", "__top"}
            lost += [reference] * (unquote(parts.fragment) not in anchors)
    return lost


@pytest.mark.parametrize("name", PAGES)
def test_every_reference_of_a_page_is_relative_and_leads_to_a_file_and_a_place(built, name):
    assert lost_links(built, name) == []


def test_a_lost_reference_is_seen(tmp_path):
    page = '<a href="/a.html">1</a><a href="b.html">2</a><a href="#c">3</a><a href="../d">4</a>'
    sound = '<a href="#x" id="x">5</a><a href="https://example.org/">6</a><a href="i.html#x">7</a>'
    site = write_files(tmp_path / "site", {"i.html": page + sound})
    assert lost_links(site, "i.html") == ["/a.html", "b.html", "#c", "../d"]


def test_what_style_sheets_refer_to_is_there(built):
    for sheet in built.rglob("*.css"):
        for found in re.findall(r"url\([\"']?([^\"')]+)", sheet.read_text(encoding="utf-8")):
            if not found.startswith(("data:", "#")):
                assert (sheet.parent / urlsplit(found).path).is_file(), (sheet.name, found)


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index.html", "differences/backend.html", "ledger.html"])
def test_a_page_below_a_path_asks_for_nothing_that_is_not_there(browser, repo, name):
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(repo + name)
    page.evaluate("document.querySelector('.md-search__input')?.focus()")
    page.wait_for_load_state("networkidle")
    assert BelowRepo.missed == []
    assert [url for url in asked if not url.startswith((repo, "data:", "blob:"))] == []
    page.close()


@pytest.mark.browser
def test_a_folder_can_be_read_without_a_server(browser, built):
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((built / "index.html").as_uri())
    for name in ("relationship.html", "differences/index.html", "labs/down_and_back.html"):
        page.locator(f'a[href$="{name}"]').first.evaluate("link => link.click()")
        page.wait_for_url((built / name).as_uri())
        expect(page.locator("h1")).to_be_visible()
    assert [url for url in failed if "/search/" not in url] == []
    page.close()


# What is not there --------------------------------------------------------------------


def reads_well(browser, address: str, lost: str) -> None:
    """The page for a lost address has its style, and its links lead to pages of the site."""
    page = browser.new_page(reduced_motion="reduce")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    assert page.goto(address + lost).status == 404
    expect(page.locator("h1")).to_have_text("There is no such page")
    expect(page.locator("#not-found-address")).to_contain_text(lost.split("#")[0])
    links = page.evaluate("[...document.querySelectorAll('.md-content a')].map((a) => a.href)")
    pages = {link.removeprefix(address) for link in links}
    assert {"index.html", "relationship.html", "moving/index.html", "ledger.html"} <= pages
    assert pages <= set(PAGES)
    styles = page.evaluate("[...document.styleSheets].map((sheet) => sheet.href)")
    assert all(style is None or style.startswith(address) for style in styles)
    assert len(styles) >= 2
    page.locator('.md-content a[href$="ledger.html"]').first.click()
    page.wait_for_url(f"{address}ledger.html")
    assert errors == []
    page.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("lost", LOST)
def test_a_lost_address_of_a_site_that_knows_its_own_leads_back(browser, known_repo, lost):
    reads_well(browser, known_repo, lost)


@pytest.mark.browser
@pytest.mark.parametrize("lost", LOST)
def test_a_lost_address_of_a_site_that_does_not_leads_back_too(browser, repo, lost):
    reads_well(browser, repo, lost)


@pytest.mark.browser
def test_the_words_of_a_lost_address_can_be_searched_for(browser, repo):
    page = browser.new_page()
    page.goto(f"{repo}differences/mixed-precision.html")
    words = page.get_by_label("Words to search for")
    expect(words).to_have_value("differences mixed precision")
    words.fill("mixed precision")
    words.press("Enter")
    page.wait_for_url(re.compile(r"/repo/index\.html\?q=mixed(\+|%20)precision"))
    page.close()


@pytest.mark.browser
def test_the_theme_can_search_from_a_lost_address(browser, repo):
    page = browser.new_page()
    page.goto(f"{repo}a/b.html")
    base = page.evaluate("JSON.parse(document.getElementById('__config').textContent).base")
    assert base == repo
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_page_for_a_lost_address_is_accessible(browser, repo, size, theme):
    width, height = SIZES[size]
    screen = {"width": width, "height": height}
    page = browser.new_page(viewport=screen, color_scheme=theme, reduced_motion="reduce")
    page.goto(f"{repo}a/lost.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found] == []
    page.close()


@pytest.mark.browser
def test_without_scripts_the_top_of_a_host_is_taken(browser, address, built):
    """Where a site does not know its address, this holds and no more: see 404.html."""
    text = (built / "404.html").read_text(encoding="utf-8")
    assert text.index("not-found.js") < text.index('<base href="/">') < text.index("stylesheet")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}404.html")
    links = page.locator(".md-content a").evaluate_all("links => links.map((a) => a.href)")
    assert {link.removeprefix(address) for link in links} <= set(PAGES)
    context.close()


# To carry -----------------------------------------------------------------------------


def test_the_zip_has_the_site_and_how_to_begin(tmp_path):
    files = {"index.html": "a", "assets/b.css": "b", "404.html": "c", "sitemap.xml": "d"}
    files["_headers"] = "e"
    first = pack(write_files(tmp_path / "1", files), "name")
    second = pack(write_files(tmp_path / "2", dict(reversed(files.items()))), "name")
    assert first == second
    (tmp_path / "name.zip").write_bytes(first)
    with zipfile.ZipFile(tmp_path / "name.zip") as archive:
        names = archive.namelist()
        assert "open index.html" in archive.read("name/README.txt").decode()
    pages = ["name/README.txt", "name/assets/b.css", "name/index.html", "name/pyproject.toml"]
    assert names == pages


def test_the_zip_lies_beside_the_site(tmp_path):
    write_files(tmp_path, {"pyproject.toml": '[project]\nname = "carried"\n'})
    with pytest.raises(SystemExit, match="make site"):
        main(tmp_path)
    write_files(tmp_path, {"site/index.html": "a"})
    assert main(tmp_path).startswith("carried.zip, 0.0 MB")
    assert zipfile.is_zipfile(tmp_path / "carried.zip")


@pytest.mark.browser
def test_the_site_can_be_read_from_its_zip(browser, built, tmp_path):
    (tmp_path / "site.zip").write_bytes(pack(built, "carried"))
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "carried/index.html").as_uri())
    page.locator('a[href$="ledger.html"]').first.evaluate("link => link.click()")
    expect(page.locator("h1")).to_contain_text("ledger")
    page.close()
