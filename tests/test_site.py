"""The built site in a real browser: every page, every Copy button, both themes."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from conftest import ROOT, SIZES
from playwright.sync_api import Locator, Page, expect

from tools.labs.lab import find_labs
from tools.labs.notebook import notebook_of
from tools.project import Project

pytestmark = pytest.mark.browser

PROJECT = Project.read(ROOT)
LABS = {f"{lab.program.key}.html": lab for lab in find_labs(PROJECT)}
PAGES = [path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in PROJECT.pages]
PAGES += LABS
THEMES = {"light": "default", "dark": "slate"}


def sources_of(name: str) -> list[str]:
    """What the Copy buttons of a page yield: its programs and packages; of a lab, its cells."""
    if name in LABS:
        cells = json.loads(notebook_of(LABS[name], None))["cells"]
        return ["".join(cell["source"]) + "\n" for cell in cells if cell["cell_type"] == "code"]
    page = name.removesuffix(".html")
    files = [*PROJECT.programs, *PROJECT.modules]
    return [file.source for file in files if PROJECT.page_of(file) == page]


def copied_by(page: Page, button: Locator) -> str:
    """What a Copy button puts on the clipboard, which it does a moment after the click."""
    page.evaluate("navigator.clipboard.writeText('')")
    button.dispatch_event("click")
    page.wait_for_function("async () => await navigator.clipboard.readText()")
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("name", PAGES)
def test_every_copy_button_yields_a_whole_file_or_cell(visit, name):
    page = visit(name)
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    blocks = page.locator(".language-python")
    buttons = page.locator(".language-python .md-code__button[data-md-type=copy]")
    expect(buttons).to_have_count(blocks.count())
    copied = [copied_by(page, buttons.nth(number)) for number in range(buttons.count())]
    assert sorted(copied) == sorted(sources_of(name))


CUT = """() => [...document.querySelectorAll(".language-python pre > code")]
  .filter((code) => code.offsetParent && code.scrollWidth > code.clientWidth + 1)
  .map((code) => code.closest(".highlight").querySelector(".program__file")?.textContent)"""
ALONE = """() => [...document.querySelectorAll(".md-typeset :is(h1, h2, h3)")]
  .filter((heading) => heading.offsetParent && heading.querySelector(".headerlink"))
  .filter((heading) => {
    const tall = heading.getBoundingClientRect().height;
    heading.querySelector(".headerlink").style.display = "none";
    return heading.getBoundingClientRect().height < tall - 1;
  }).map((heading) => heading.textContent)"""
"""Headings whose link sign stands on a line of its own."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_its_screen(visit, name):
    """At desktop width no line of a program is cut, but for programs to download; nothing is wider
    than a screen; and no heading leaves an empty line on a phone."""
    page = visit(name)
    outputs = page.locator(".language-output")
    assert outputs.count() or not sources_of(name)
    assert not outputs.locator(".md-code__button").filter(visible=True).count()
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    downloads = {f"examples/{program.key}.py" for program in PROJECT.programs if program.is_long}
    assert not set(page.evaluate(CUT)) - downloads
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    assert page.evaluate(ALONE) == []


ALL, FORMS = {}, {"rules": {"color-contrast": {"enabled": False}}}
COLOURS = {"runOnly": ["color-contrast"]}
SAMPLES = {
    "architecture.html",
    "differences/index.html",
    "install.html",
    "labs/down_and_back.html",
    "questions.html",
    "when-to-use.html",
}
"""Pages that have every colour that a token of code has on any page: axe takes a minute for the
tokens of a long page, which it looks at one by one."""
PLAIN = """for (const code of document.querySelectorAll("pre code")) {
  code.textContent = code.textContent;
}"""
"""Takes the tokens out of the blocks of a page."""
COLOURS_OF_CODE = """(themes) => {
  const tokens = [...document.querySelectorAll("pre span[class]")];
  const kinds = tokens.map((token) => (token.closest(".language-output") ? "output" : "code"));
  for (const theme of themes) {
    document.body.dataset.mdColorScheme = theme;
    tokens.forEach((token, n) => (kinds[n] += ` ${getComputedStyle(token).color}`));
  }
  return kinds;
}"""
"""Of each token its kind of block and its colour in each theme."""
LOOKS = [("light", "desktop", ALL), ("light", "phone", FORMS), ("dark", "desktop", COLOURS)]
"""Colours depend on the theme and not on the size, all else on the size and not on the theme; and
colours are what takes axe the longest."""


def test_the_samples_have_every_colour_of_code(visit, address):
    page, kinds = visit("index.html"), {}
    for name in PAGES:
        page.goto(f"{address}{name}")
        kinds[name] = set(page.evaluate(COLOURS_OF_CODE, list(THEMES.values())))
    sampled = set().union(*(kinds[name] for name in SAMPLES))
    assert len(sampled) > 5
    assert {name: lacks for name in PAGES if (lacks := kinds[name] - sampled)} == {}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(visit, name):
    page, found = visit(name), []
    if name not in SAMPLES:
        page.evaluate(PLAIN)
    for theme, size, options in LOOKS:
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        if theme == "dark":
            page.locator("[data-md-component=palette] label:not([hidden])").click()
        page.locator(f"body[data-md-color-scheme={THEMES[theme]}]").wait_for()
        found += [
            f"{size}, {theme}: {fault['id']}: {node['html'][:120]}"
            f" {node.get('failureSummary', '')[:300]}"
            for fault in Axe().run(page, options=options).response["violations"]
            for node in fault["nodes"]
        ]
    assert not found, "\n".join(found)


def test_a_click_on_the_copy_button_of_a_visible_program_copies_it(visit):
    page = visit("why-keras.html")
    page.locator("label", has_text="TensorFlow 2 by hand").click()
    block = page.locator(".language-python", has=page.locator("#program-dense_by_hand"))
    block.hover()
    block.locator(".md-code__button").click()
    source = (ROOT / "examples/why-keras/dense_by_hand.py").read_text(encoding="utf-8")
    assert page.evaluate("navigator.clipboard.readText()") == source


def test_search_finds_a_word_of_a_program(visit):
    page = visit("index.html")
    page.locator("input.md-search__input").click()
    page.keyboard.type("log_probabilities")
    result = page.locator(".md-search-result__link").first
    result.wait_for(timeout=10_000)
    assert "why-keras.html" in result.get_attribute("href")


OFFERED = ["moving/index/selfcheck.py", "moving/names/members.csv", "moving/names/names.csv"]


@pytest.mark.parametrize("file", OFFERED)
def test_what_is_taken_whole_can_be_downloaded_by_itself(built, file):
    page = (built / file).parent.with_suffix(".html")
    assert f'href="{page.stem}/{Path(file).name}"' in page.read_text(encoding="utf-8")
    assert (built / file).read_bytes() == (ROOT / "examples" / file).read_bytes()


@pytest.mark.parametrize("name", PAGES)
def test_no_sign_opens_a_lost_proof(built, name):
    assert "proof__lost" not in (built / name).read_text(encoding="utf-8")


def test_search_finds_statements_and_not_their_evidence(built):
    index = (built / "search/sections.js").read_text(encoding="utf-8")
    assert "Old releases of Keras still compute" in index
    assert "of the ledger printed on keras-2.1.6-theano" not in index
    assert "Read on 20" not in index


@pytest.mark.parametrize("name", PAGES)
def test_the_foot_says_what_the_page_was_checked_on(built, name):
    page = BeautifulSoup((built / name).read_text(encoding="utf-8"), "html.parser")
    said = page.select_one("aside.checked").get_text()
    assert "TensorFlow 2." in said
    assert "Keras 3." in said


def test_the_built_site_holds_nothing_but_pages_and_their_assets(built):
    """Of programs there are each one to download, the zip of each page, and what a page links to;
    tests, tools and kept runs are no part of it."""
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    programs = {name for name in files if name.endswith((".py", ".out", ".csv", ".toml", ".pyc"))}
    shown = [*PROJECT.programs, *PROJECT.modules]
    assert programs == {f"{program.key}.py" for program in shown} | set(OFFERED)
    pages = {program.page for program in PROJECT.programs if not PROJECT.is_lab(program)}
    assert {name for name in files if name.endswith(".zip")} == {f"{page}.zip" for page in pages}
    assert not {name.split("/")[0] for name in files} & {"examples", "tests", "tools"}
    assert {name for name in files if name.startswith((".", "_"))} == {"_headers"}  # for the host
