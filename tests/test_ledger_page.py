"""The ledger's page in a real browser: today at first sight, its strips, its evidence, on paper."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from conftest import SIZES
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WIDTHS = [1280, 1100, 900, 600, 360]
PAPER = {"A4 turned": 1032, "A4": 703, "letter": 716}
"""Millimetres between margins of 12 mm, in pixels."""
CLAIM = "dist-standalone"
"""A claim with a note, the chapter's words, errors, and a release on which it was not measured."""


def visible_rows(page):
    return page.locator(".ledger__table tr[id]").filter(visible=True)


def cell(page, claim, number):
    """A cell of a claim: 0 is today, and then the releases, the newest first."""
    return page.locator(f"#{claim} td[data-verdict]").nth(number)


def stand_on(page, claim, number):
    """Go to a cell as a keyboard does: the tab order has one, and the arrows lead on."""
    page.locator("#ledger-stopped").focus()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.localName") == "td":
            break
    page.keyboard.press("Home")
    while page.evaluate("document.activeElement.parentElement.id") != claim:
        page.keyboard.press("ArrowDown")
    for _ in range(number):
        page.keyboard.press("ArrowRight")


def focused(page):
    return page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent")


# At first sight -----------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_today_is_in_sight_at_each_claim_without_scrolling_aside(visit, width):
    page = visit("ledger.html")
    page.set_viewport_size({"width": width, "height": 800})
    chips = page.locator(".ledger__table tr[id] .ledger__today .ledger__chip")
    boxes = chips.evaluate_all(
        "chips => chips.map(chip => chip.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert len(boxes) == page.locator(".ledger__table tr[id]").count()
    assert all(left >= 0 and right <= width for left, right in boxes)
    today = page.locator("#adam-lr .ledger__today")
    expect(today).to_have_text("✗ no longer seen from 1.3 to 2.15")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_but_a_strip_scrolls_inside_the_page(visit, size):
    page = visit("ledger.html", size=size)
    scrolling = page.evaluate(
        """[...document.querySelectorAll(".ledger, .ledger *")]
        .filter((node) => /auto|scroll/.test(getComputedStyle(node).overflow))
        .map((node) => [node.localName, node.scrollHeight > node.clientHeight])"""
    )
    assert {name for name, _ in scrolling} == ({"tr"} if size == "phone" else set())
    assert not any(taller for _, taller in scrolling)


@pytest.mark.parametrize("size", SIZES)
def test_the_names_of_groups_stay_while_the_page_scrolls(visit, size):
    page = visit("ledger.html", size=size)
    page.evaluate("document.getElementById('tf-lite').scrollIntoView({block: 'center'})")
    top = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    names = [page.get_by_role("link", name="3.2 Key differences", exact=True).last]
    if size == "desktop":
        names += [page.locator(".ledger__table th[scope=colgroup]").nth(n) for n in range(4)]
    for name in names:
        box = name.bounding_box()
        assert top <= box["y"] < page.viewport_size["height"] / 2
        seen = "([x, y]) => document.elementFromPoint(x, y).closest('.ledger__table th')?.innerText"
        said = page.evaluate(seen, [box["x"] + 4, box["y"] + box["height"] / 2])
        assert said == name.inner_text()


def test_no_name_of_a_group_is_cut(visit):
    page = visit("ledger.html")
    wide = (
        "heads => heads.filter(head => head.scrollWidth > head.clientWidth).map(h => h.innerText)"
    )
    assert page.locator(".ledger__table thead th").evaluate_all(wide) == []


def test_on_a_phone_a_strip_scrolls_and_says_so_until_its_end(visit):
    page = visit("ledger.html", size="phone")
    hint = "row => getComputedStyle(row, '::after').content"
    inside = (
        "cells => cells.filter(cell => cell.getBoundingClientRect().right <= innerWidth).length"
    )
    assert page.locator("#adam-lr td[data-on]").evaluate_all(inside) >= 10
    assert page.locator("#adam-lr").evaluate(hint).startswith('"\u203a"')
    page.locator("#adam-lr").evaluate("row => (row.scrollIntoView(), row.scrollLeft = 1e6)")
    expect(cell(page, "adam-lr", -1)).to_be_in_viewport(ratio=1)
    page.wait_for_function(
        "getComputedStyle(document.getElementById('adam-lr'), '::after').opacity === '0'"
    )
    expect(page.locator("#adam-lr .ledger__today .ledger__chip")).to_be_in_viewport(ratio=1)
    expect(page.locator("#adam-lr th a")).to_be_in_viewport(ratio=1)
    wide = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).length"
    assert page.locator("#adam-lr td[data-on]").evaluate_all(wide) == 0


def test_the_page_stays_light_and_has_no_inline_style_or_script(built):
    text = (built / "ledger.html").read_bytes()
    assert len(gzip.compress(text, 9)) < 80_000
    drawn = BeautifulSoup(text, "html.parser").select_one(".ledger")
    assert not drawn.select("[style], script, style")


# Cells and their evidence --------------------------------------------------------------


def test_a_cell_of_the_ledger_opens_its_evidence_by_keyboard(visit):
    page = visit("ledger.html", size="phone")
    panel = page.locator(".ledger__evidence")
    stand_on(page, "part-of", 1)
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("holds on TensorFlow 2.21.0 with Keras 3.15.1")
    page.keyboard.press("ArrowRight")
    expect(panel).to_contain_text("holds on TensorFlow 2.21.0 with Keras 3.13.2")
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert focused(page) == "holds on TensorFlow 2.21.0 with Keras 3.13.2"


def test_the_arrow_keys_pass_over_what_was_not_measured_and_what_the_filter_hides(visit):
    page = visit("ledger.html")
    page.locator("#ledger-filter").fill("strategy")
    stand_on(page, CLAIM, 13)
    assert focused(page) == "not on this release on TensorFlow 2.15.1 with Keras 3.0.5"
    page.keyboard.press("ArrowRight")  # programs that import keras are not measured with tf_keras
    assert focused(page) == "holds on TensorFlow 2.15.1 with Keras 2.15.0"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.parentElement.id") == "dist-tfkeras"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.parentElement.id") == "dist-tfkeras"
    page.keyboard.press("End")
    assert focused(page) == "not applicable on Keras 2.0.8 on CNTK"
    page.keyboard.press("Home")
    expect(page.locator("#dist-tfkeras .ledger__today")).to_be_focused()
    page.keyboard.press("PageUp")
    expect(page.locator(f"#{CLAIM} .ledger__today")).to_be_focused()


@pytest.mark.parametrize("size", SIZES)
def test_evidence_hides_nothing_of_its_row_and_goes_when_another_is_opened(visit, size):
    page = visit("ledger.html", size=size)
    panel = page.locator(".ledger__evidence")
    cell(page, CLAIM, 2).click()
    expect(panel).to_contain_text("The chapter says: “Manual or not available”")
    expect(panel).to_contain_text("Up to TensorFlow 2.1, fit of the keras package raises")
    row, below = page.locator(f"#{CLAIM}").bounding_box(), panel.bounding_box()
    assert row["y"] + row["height"] <= below["y"]
    expect(cell(page, CLAIM, 2)).to_be_in_viewport(ratio=0.9)
    expect(panel.locator("[role=region]")).to_be_in_viewport(ratio=0.9)
    cell(page, "adam-lr", 0).click()
    expect(panel).to_have_count(1)
    expect(panel).to_contain_text("✗ no longer on TensorFlow 2.21.0 with Keras 3.15.1")
    expect(panel).to_contain_text("in this build")
    cell(page, "adam-lr", 0).click()
    expect(panel).to_have_count(0)


def test_an_error_is_shown_in_full(visit):
    page = visit("ledger.html")
    page.locator(f"#{CLAIM} td[data-verdict=error]").first.click()
    expect(page.locator(".ledger__where")).to_contain_text("! error: ")


def test_a_touch_opens_evidence_and_its_links_close_it(browser, address):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{address}ledger.html")
    page.locator("#adam-lr .ledger__chip").tap()
    panel = page.locator(".ledger__evidence")
    expect(panel).to_be_visible()
    panel.get_by_role("link", name="The program").tap()
    expect(panel).to_have_count(0)
    expect(page.locator("#program-adam_lr")).to_be_in_viewport()
    context.close()


# Filter, folds, and addresses -----------------------------------------------------------


def test_the_filter_of_the_ledger_leaves_the_rows_that_fit(visit):
    page = visit("ledger.html")
    page.locator("#ledger-filter").fill("mixed precision")
    shown = visible_rows(page)
    assert 1 <= shown.count() < 10
    expect(page.locator("#mixed-precision")).to_be_visible()
    expect(page.locator("#part-of")).to_be_hidden()
    expect(page.locator(".ledger__group").filter(visible=True)).to_have_count(1)
    page.locator("#ledger-filter").fill("3.5 no longer")
    for row in shown.all():
        assert row.get_attribute("data-section") == "3.5"
    page.locator("#ledger-filter").fill("nothing like it")
    expect(page.locator(".ledger__filter output")).to_have_text("no claim fits")


def test_only_what_no_longer_holds_is_left(visit):
    page = visit("ledger.html")
    page.get_by_label("only claims that no longer hold").check()
    chips = page.locator(".ledger__table .ledger__chip").filter(visible=True)
    assert set(chips.all_inner_texts()) == {"✗ no longer"}
    said = page.locator(".ledger__today-all").inner_text()
    assert f"no longer {chips.count()} claims" in said
    expect(page.locator(".ledger__filter output")).to_have_text(f"{chips.count()} claims")


def test_what_is_filtered_stands_in_the_address(visit):
    page = visit("ledger.html")
    page.locator("#ledger-filter").fill("adam")
    assert page.evaluate("location.search") == "?claims=adam"
    count = visible_rows(page).count()
    again = visit("ledger.html?claims=adam")
    expect(visible_rows(again)).to_have_count(count)


def test_a_claim_that_the_filter_hides_is_shown_when_the_address_names_it(visit):
    page = visit("ledger.html?claims=mixed")
    expect(page.locator("#adam-lr")).to_be_hidden()
    page.evaluate("location.hash = 'adam-lr'")
    expect(page.locator("#adam-lr")).to_be_in_viewport()


@pytest.mark.parametrize("anchor", ["program-adam-lr", "program-adam_lr"])
def test_a_program_is_unfolded_for_a_link_to_it(visit, anchor):
    page = visit(f"ledger.html#{anchor}")
    block = page.locator(f"details:has(#{anchor}) .language-python").first
    expect(block).to_be_in_viewport()
    assert page.locator("details[open]").count() == 2
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = false)")
    page.evaluate("scrollTo(0, 0)")
    page.locator("#adam-lr th a").click()
    expect(page.locator("#program-adam_lr")).to_be_in_viewport()


def test_programs_are_folded_away(visit):
    page = visit("ledger.html")
    assert page.locator("details[open]").count() == 0
    expect(page.locator(".language-python").filter(visible=True)).to_have_count(0)


# Without scripts, for all, and on paper --------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_without_scripts_a_claim_has_its_verdict_and_its_program(browser, address, size):
    width, height = SIZES[size]
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": height}
    )
    page = context.new_page()
    page.goto(f"{address}ledger.html")
    expect(page.locator(".ledger__filter")).to_be_hidden()
    expect(page.locator("#adam-lr .ledger__today")).to_have_text(
        "✗ no longer seen from 1.3 to 2.15"
    )
    page.locator("#adam-lr th a").click()
    expect(page.locator(".language-python:has(#program-adam_lr)")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_ledger_is_accessible_with_its_evidence_open(visit, size):
    page, found = visit("ledger.html", size=size), []
    cell(page, CLAIM, 1).click()
    for scheme in ("default", "slate"):
        if scheme == "slate":
            page.locator("[data-md-component=palette] label:not([hidden])").click()
        page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
        found += [
            f"{scheme}: {fault['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:300]}"
            for fault in Axe().run(page, {"include": [[".ledger"]]}).response["violations"]
            for node in fault["nodes"]
        ]
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("paper", PAPER)
def test_on_paper_it_is_whole(visit, paper):
    page = visit("ledger.html")
    page.set_viewport_size({"width": PAPER[paper], "height": 900})
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => {
        const right = document.querySelector(".ledger").getBoundingClientRect().right + 1;
        const all = document.querySelectorAll(".ledger__table :is(th, td, span)");
        const out = (node) => node.getBoundingClientRect().right > right;
        return [...all].filter(out).map((node) => node.outerHTML.slice(0, 200));
        }"""
    )
    assert cut == []
    rows = page.locator(".ledger__table tr[id]")
    expect(visible_rows(page)).to_have_count(rows.count())
    expect(page.locator("#adam-lr td[data-verdict]").filter(visible=True)).to_have_count(47)
    expect(page.locator(".ledger__filter")).to_be_hidden()


def test_a_dark_screen_prints_dark_words_on_white(visit):
    page = visit("ledger.html")
    page.locator("[data-md-component=palette] label:not([hidden])").click()
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    page.emulate_media(media="print")
    colour = "chip => getComputedStyle(chip).color"
    assert page.locator("#part-of .ledger__chip").evaluate(colour) == "rgb(0, 110, 82)"


def test_it_works_again_after_a_change_of_page(visit):
    page = visit("ledger.html")
    page.evaluate(
        """async () => {
        const text = await (await fetch(location.href)).text();
        const fresh = new DOMParser().parseFromString(text, "text/html");
        document.querySelector(".ledger").replaceWith(fresh.querySelector(".ledger"));
        document$.next(document);
        }"""
    )
    page.locator("#ledger-filter").fill("mixed precision")
    assert visible_rows(page).count() < 10
    cell(page, "mixed-precision", 1).click()
    expect(page.locator(".ledger__evidence")).to_have_count(1)
