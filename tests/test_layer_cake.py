"""The layer cake: a layer of the drawing opens its panel, with a script and without."""

import pytest
from conftest import SIZES
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

PAGE = "layer-cake.html"
LAYERS = ["keras", "graph", "engine", "hardware"]


def layer_of(page: Page, name: str) -> Locator:
    return page.locator(f".cake a[href='#layer-{name}']")


def panel_of(page: Page, name: str) -> Locator:
    return page.locator(f"details.cake-panel:has(#layer-{name})")


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request, browser, address):
    """The page of the cake on a phone that can be touched."""
    width, height = SIZES["phone"]
    context = browser.new_context(
        java_script_enabled=request.param,
        viewport={"width": width, "height": height},
        has_touch=True,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address + PAGE)
    yield page
    context.close()


@pytest.mark.parametrize("way", ["touch", "keyboard", "mouse"])
def test_each_layer_opens_its_panel(page, way):
    for name in LAYERS:
        layer, panel = layer_of(page, name), panel_of(page, name)
        expect(panel.locator(".language-python").first).to_be_hidden()
        if way == "keyboard":
            layer.focus()
            page.keyboard.press("Enter")
        else:
            layer.scroll_into_view_if_needed()
            layer.tap() if way == "touch" else layer.click()
        expect(panel.locator(".language-python").first).to_be_visible()
        expect(panel.locator("summary")).to_be_in_viewport(ratio=1)


def test_a_panel_that_was_closed_opens_again(page):
    for _ in range(2):
        layer_of(page, "graph").click()
        panel = panel_of(page, "graph")
        expect(panel).to_have_attribute("open", "")
        panel.locator("summary").click()
        expect(panel).not_to_have_attribute("open", "")


def test_an_address_opens_its_panel(page, address):
    page.goto("about:blank")
    page.goto(f"{address}{PAGE}#layer-engine")
    expect(panel_of(page, "engine")).to_have_attribute("open", "")
    expect(panel_of(page, "graph")).not_to_have_attribute("open", "")


def test_the_drawing_shows_which_layer_is_open(visit):
    page = visit(PAGE)
    for name in LAYERS[:2]:
        layer_of(page, name).click()
        expect(layer_of(page, name)).to_have_attribute("aria-current", "true")
        expect(page.locator(".cake a[aria-current]")).to_have_count(1)


def test_a_panel_opens_on_a_page_that_came_without_a_reload(visit):
    """The theme then puts a new page in the place of the old one, and tells of it."""
    page = visit(PAGE)
    page.evaluate(
        """() => {
          history.pushState({}, "", "#layer-hardware");
          document$.next(document);
        }"""
    )
    expect(panel_of(page, "hardware")).to_have_attribute("open", "")
    expect(layer_of(page, "hardware")).to_have_attribute("aria-current", "true")
