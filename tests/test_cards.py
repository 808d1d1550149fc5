"""Sitemap, canonical links and cards: all there once the site knows its address, and not before."""

import io
import re
import sys

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from matplotlib import rc_context
from PIL import Image

from tools.labs.lab import find_labs
from tools.project import Project
from tools.site.cards import cards, draw, fitted

PROJECT = Project.read(ROOT)
PAGES = [path.relative_to(ROOT / "docs").with_suffix("").as_posix() for path in PROJECT.pages]
PAGES += [lab.program.key for lab in find_labs(PROJECT)]
ADDRESS = "https://example.org/repo/"


def test_a_card_has_its_size_and_is_drawn_the_same_again():
    first = draw("A site", "A title with $signs$")
    with Image.open(io.BytesIO(first)) as picture:
        assert picture.size == (1200, 630)
        assert len(picture.getcolors(1 << 20)) > 10
    assert draw("A site", "A title with $signs$") == first
    assert draw("A site", "Another") != first


def test_settings_of_matplotlib_do_not_change_a_card():
    before = draw("A site", "A title")
    with rc_context({"text.hinting": "none", "savefig.bbox": "tight", "font.weight": "bold"}):
        assert draw("A site", "A title") == before


def test_a_long_title_is_set_smaller_and_at_last_cut():
    assert fitted("Short") == (60, ["Short"])
    size, lines = fitted("The ledger: every claim, on every release, and on all of its backends")
    assert (size, len(lines)) == (50, 3)
    size, lines = fitted("word " * 60)
    assert (size, len(lines)) == (42, 3)
    assert lines[-1].endswith(" …")


def test_no_title_reaches_the_edge_of_its_card():
    for title in [
        "The chapter, statement by statement",
        "3.1 One model under three names of Keras",
    ]:
        with Image.open(io.BytesIO(draw("A site", title))) as picture:
            assert len(picture.crop((1150, 0, 1200, 630)).getcolors()) == 1


def test_a_card_is_kept_under_its_words(tmp_path, monkeypatch):
    first = cards(tmp_path, "Site", {"index.md": "One", "labs/x.ipynb": "Two"})
    assert list(first) == ["assets/cards/index.png", "assets/cards/labs/x.png"]
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)  # it is not even imported
    assert cards(tmp_path, "Site", {"index.md": "One"}) == {
        "assets/cards/index.png": first["assets/cards/index.png"]
    }
    assert len(list((tmp_path / ".check/cards").iterdir())) == 1


def head_of(folder, page: str) -> dict[str, str]:
    """The tags of a page that others read, by name."""
    soup = BeautifulSoup((folder / f"{page}.html").read_text(encoding="utf-8"), "html.parser")
    found = {
        str(tag.get("property") or tag.get("name")): str(tag["content"])
        for tag in soup("meta", content=True)
    }
    found |= {str(tag["rel"][0]): str(tag["href"]) for tag in soup("link", rel=True)}
    return {name: text for name, text in found.items() if re.match(r"og:|twitter:|canonical", name)}


@pytest.mark.parametrize("page", PAGES)
def test_a_site_without_an_address_has_no_tag_and_no_card(built, page):
    assert head_of(built, page) == {}
    assert not (built / "assets/cards").exists()


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_a_site_with_one_has_the_tags_and_the_card_of_each_page(built_for_repo, page):
    head = head_of(built_for_repo, page)
    assert head["canonical"] == head["og:url"] == f"{ADDRESS}{page}.html"
    assert head["og:title"]
    assert head["og:description"]
    assert head["twitter:card"] == "summary_large_image"
    card = head["og:image"].removeprefix(ADDRESS)
    assert (built_for_repo / card).read_bytes().startswith(b"\x89PNG")


@pytest.mark.slow
def test_its_sitemap_has_every_page(built_for_repo):
    sitemap = (built_for_repo / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>([^<]+)</loc>", sitemap)
    assert len(found) == len(PAGES)
    assert all(address.startswith(ADDRESS) for address in found)


@pytest.mark.slow
def test_its_overview_for_assistants_has_whole_addresses(built_for_repo):
    overview = (built_for_repo / "llms.txt").read_text(encoding="utf-8")
    assert f"]({ADDRESS}why-keras.md)" in overview
