"""The pictures: whole and legible on a phone, and seen on both grounds."""

import pytest
from conftest import ROOT
from playwright.sync_api import Page

from tools.labs.lab import find_labs
from tools.project import Project

pytestmark = pytest.mark.browser

PAGES = ["relationship.html", "differences/performance.html", "architecture.html"]
PAGES += [f"{lab.program.key}.html" for lab in find_labs(Project.read(ROOT))]
LEAST = 11  # pixels, the size of a letter that can be read
AS_TEXT = (14, 20)  # pixels: on a desktop, about the size of the text, and of a title in a picture
CONTRAST = 3

MEASURED = """() => [...document.querySelectorAll(".picture svg")].map((svg) => {
  const { width, right } = svg.getBoundingClientRect();
  const scale = width / svg.viewBox.baseVal.width;
  const sizes = [...svg.querySelectorAll("text:not(:has(tspan))")].map((text) =>
    parseFloat(getComputedStyle(text).fontSize) * scale);
  return { least: Math.min(...sizes), most: Math.max(...sizes), fits: right <= innerWidth };
})"""
COLOURS = """() => {
  const found = new Set();
  for (const shape of document.querySelectorAll(".picture svg :is(use, text, path)")) {
    const seen = getComputedStyle(shape);
    for (const paint of ["fill", "stroke"])
      if (shape.style[paint] || (paint === "fill" && shape.tagName === "text"))
        found.add(seen[paint]);
  }
  return [...found].filter((paint) => paint.startsWith("rgb("));
}"""


@pytest.mark.parametrize("name", PAGES)
def test_a_picture_is_whole_and_legible_on_a_phone(visit, name):
    pictures = visit(name, size="phone").evaluate(MEASURED)
    assert pictures
    for picture in pictures:
        assert picture["fits"]
        assert picture["least"] >= LEAST


@pytest.mark.parametrize("name", PAGES)
def test_the_letters_of_a_picture_are_as_large_as_the_text_on_a_desktop(visit, name):
    for picture in visit(name).evaluate(MEASURED):
        assert AS_TEXT[0] <= picture["least"] <= picture["most"] <= AS_TEXT[1], picture


def test_the_sign_of_a_figure_stands_in_its_corner(visit):
    for size in ("desktop", "phone"):
        figures = visit("labs/down_and_back.html", size).locator(".picture:has(> .proof)")
        assert figures.count()
        for figure in figures.all():
            sign = figure.locator("> .proof")
            box, own = figure.bounding_box(), sign.bounding_box()
            assert own["x"] > box["x"] + box["width"] - 60
            assert box["y"] + box["height"] - 40 < own["y"] < box["y"] + box["height"]


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").rstrip(")").split(",")]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ground(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("name", PAGES)
def test_what_a_picture_shows_stands_out_on_both_grounds(visit, name):
    page = visit(name)
    for dark in (False, True):
        if dark:
            page.locator("[data-md-component=palette] label:not([hidden])").click()
            page.locator("body[data-md-color-scheme=slate]").wait_for()
        behind = luminance(ground(page))
        for colour in page.evaluate(COLOURS):
            pair = sorted((behind, luminance(colour)))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= CONTRAST, (colour, dark)
