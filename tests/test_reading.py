"""What readers meet on every page: on a phone, by keyboard, without scripts, in the contents."""

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from test_site import PAGES, PROJECT

pytestmark = pytest.mark.browser

COVERED = """() => [...document.querySelectorAll(".language-python .md-code__button")]
  .filter((button) => button.offsetParent)
  .filter((button) => {
    const bar = button.closest(".highlight").querySelector(".filename").getBoundingClientRect();
    const box = button.getBoundingClientRect();
    return box.top < bar.top - 1 || box.bottom > bar.bottom + 1 || box.right > bar.right;
  }).length"""


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("name", ["why-keras.html", "labs/down_and_back.html"])
def test_copy_stands_in_the_bar_and_covers_nothing(visit, name, size):
    assert visit(name, size).evaluate(COVERED) == 0


def test_the_menu_of_a_program_opens_by_keyboard_and_leads_to_its_file(visit):
    page = visit("why-keras.html")
    page.goto(f"{page.url}#program-dense_by_hand")
    page.locator("#program-dense_by_hand .program__more").press("Enter")
    entry = page.locator("#more-dense_by_hand a").first
    expect(entry).to_be_visible()
    with page.expect_download() as download:
        entry.click()
    source = (PROJECT.folder / "why-keras/dense_by_hand.py").read_bytes()
    assert download.value.path().read_bytes() == source


def test_the_address_of_a_program_opens_the_tab_or_the_fold_that_it_is_in(visit):
    page = visit("why-keras.html")
    for address in page.locator(".program__file").all():
        block = address.get_attribute("href")
        page.evaluate("(block) => (location.hash = block)", block)
        expect(page.locator(f"[id='{block[1:]}']")).to_be_in_viewport()


def test_the_drawer_of_a_phone_opens_and_closes_by_keyboard(visit):
    page = visit("relationship.html", "phone")
    button = page.get_by_role("button", name="Navigation")
    button.press("Enter")
    expect(page.locator(".md-sidebar--primary a").first).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(button).to_be_focused()


def test_a_closed_drawer_takes_no_focus(visit):
    page = visit("relationship.html", "phone")
    inside = "() => Boolean(document.activeElement.closest('.md-sidebar--primary'))"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate(inside)


def test_what_scrolls_on_a_phone_can_be_scrolled_by_keyboard(visit):
    page = visit("relationship.html", "phone")
    code = page.locator(".language-python pre > code[tabindex='0']").filter(visible=True).first
    code.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")


@pytest.mark.parametrize("name", PAGES)
def test_the_end_of_a_page_leads_on_by_name(built, name):
    page = BeautifulSoup((built / name).read_text(encoding="utf-8"), "html.parser")
    assert page.select(".md-footer__link--prev, .md-footer__link--next")


def test_the_contents_of_a_page_name_what_is_special_about_it(visit):
    page = visit("why-keras.html")
    listed = page.locator(".md-nav--secondary a").filter(visible=True).all_inner_texts()
    assert len(listed) > 2
    assert not set(listed) & {"Remember", "Next"}
