"""On paper: nothing of the navigation, nothing cut at an edge, no heading alone below a page."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

KINDS = {
    "front": "index.html",
    "tabs": "why-keras.html",
    "cake": "layer-cake.html",
    "helper": "when-to-use.html",
    "lab": "labs/digits_by_hand_and_by_fit.html",
    "table": "moving/names.html",
    "rows": "chapter.html",
}
PAPER = {"width": 718, "height": 1047}
"""A4 at 96 dots an inch, less the margins of a browser."""

NOT_PRINTED = (
    ".md-header, .md-sidebar, .md-footer, .md-tabs, .md-top, .md-search, .md-code__nav,"
    " .md-clipboard, .headerlink, .proof__sign, .helper-questions"
)
CUT = """() => [...document.querySelectorAll(".md-content :is(pre > code, table, figure)")]
  .filter((each) => each.checkVisibility())
  .filter((each) => {
    const { right } = each.getBoundingClientRect();
    const scrolls = getComputedStyle(each).overflowX !== "visible";
    return right > innerWidth + 1 || (scrolls && each.scrollWidth > each.clientWidth + 1);
  })
  .map((each) => each.outerHTML.slice(0, 120))"""
STYLE = "(each, name) => getComputedStyle(each)[name]"


@pytest.fixture
def printed(visit):
    """A page as it is printed."""

    def open_page(kind: str) -> Page:
        page = visit(KINDS[kind])
        page.set_viewport_size(PAPER)
        page.emulate_media(media="print")
        return page

    return open_page


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_the_text_and_no_part_of_the_navigation(printed, kind):
    page = printed(kind)
    assert page.locator(NOT_PRINTED).filter(visible=True).count() == 0
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_at_the_edge_of_the_paper(printed, kind):
    page = printed(kind)
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("kind", ["front", "tabs", "lab"])
def test_a_heading_stays_with_its_text_and_a_picture_in_one_piece(printed, kind):
    page = printed(kind)
    for heading in page.locator(".md-content :is(h1, h2, h3)").all():
        assert heading.evaluate(STYLE, "breakAfter") == "avoid"
    for picture in page.locator(".md-content figure").all():
        assert picture.evaluate(STYLE, "breakInside") == "avoid"


def test_a_program_stays_with_what_it_prints(printed):
    block = printed("tabs").locator(".language-python:has(+ .language-output)").first
    assert block.evaluate(STYLE, "breakAfter") == "avoid"


def test_the_layers_of_the_cake_are_printed_open_or_not(printed):
    page = printed("cake")
    program = page.locator("details:has(#layer-graph) .language-python")
    assert program.evaluate("each => each.offsetHeight") > 100
