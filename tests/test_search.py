"""The search of the built site finds the section that answers a question, first."""

import tomllib
from typing import Any

import pytest
from conftest import ROOT

from tools.site.search import weigh

pytestmark = pytest.mark.browser

QUESTIONS = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    for file in sorted((ROOT / "tests/search").glob("*.toml"))
}

FIRST = """async (questions) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const at = (path) => new URL(path, new URL(config.base, location));
  const index = await (await fetch(at("search/search_index.json"))).json();
  const worker = new Worker(at(config.search));
  const answer = () => new Promise((done) => {
    worker.addEventListener("message", (event) => done(event.data.data), { once: true });
  });
  const ask = (type, data) => {
    const next = answer();
    worker.postMessage({ type, data });
    return next;
  };
  await ask(0, { ...index, options: { suggest: false } });
  const found = [];
  for (const question of questions) {
    const [best] = (await ask(2, question)).items;
    found.push(best?.toSorted((one, other) => other.score - one.score)[0].location ?? "nothing");
  }
  return found;
}"""
"""What the theme does: the worker's messages 0 and 2, and of the first group the best section."""


@pytest.mark.parametrize("about", QUESTIONS)
def test_a_question_finds_the_section_that_answers_it_first(visit, about):
    questions = QUESTIONS[about]
    found = visit("index.html").evaluate(FIRST, [one["ask"] for one in questions])
    missed = [
        f"{one['ask']!r} finds {first} and not {' or '.join(_pages(one))}"
        for one, first in zip(questions, found, strict=True)
        if first not in _pages(one)
    ]
    assert missed == []


def _pages(question: dict[str, Any]) -> list[str]:
    """Where a question is answered: two pages may have a case of the same message."""
    return question["page"] if isinstance(question["page"], list) else [question["page"]]


def test_enter_opens_the_section_that_comes_first(visit):
    question = next(one for one in QUESTIONS["chapter"] if "#" in one["page"])
    page = visit("index.html")
    page.locator("input.md-search__input").click()
    page.keyboard.type(question["ask"])
    path, _, anchor = question["page"].partition("#")
    page.locator(f'.md-search-result__link[href$="#{anchor}"]').first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{path}#{anchor}")


def test_the_sections_are_loaded_when_the_search_is_first_used(visit):
    page, asked = visit("relationship.html"), []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert "search_index.json" in asked
    assert "sections.js" not in asked
    assert not [name for name in asked if name.startswith("search.") and name != "search.js"]
    with page.expect_request("**/sections.js"):
        page.locator("input.md-search__input").focus()


def test_search_works_from_a_folder(browser, built):
    page = browser.new_context().new_page()
    page.goto((built / "labs/down_and_back.html").as_uri())
    page.locator("input.md-search__input").click()
    page.keyboard.type("is keras part of tensorflow")
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    assert "relationship.html" in first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url("file://**/relationship.html*")
    page.context.close()


def test_a_section_weighs_more_than_its_page_and_than_a_long_one():
    texts = {"a.html": "word", "a.html#b": "word", "a.html#c": "word " * 3000}
    entries = [{"location": place, "text": text} for place, text in texts.items()]
    entries.append({"location": "d.html#e", "text": "word", "boost": 0.7})
    weigh(entries)
    assert [entry["boost"] for entry in entries] == [0.4, 1, 0.63, 0.7]


def test_the_summary_of_a_page_weighs_less_than_its_sections():
    entries = [{"location": place, "text": "word"} for place in ("a.html#b", "a.html#remember")]
    weigh(entries)
    assert [entry["boost"] for entry in entries] == [1, 0.7]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("what is a tensor", "glossary.html#tensor"),
        ("What are symbolic tensors?", "glossary.html#symbolic-tensor"),
        ("what is a backend in keras", "glossary.html#backend"),
        ("what is keras", "glossary.html#keras"),
    ],
)
def test_what_a_thing_is_the_glossary_answers_first(visit, question, place):
    assert visit("index.html").evaluate(FIRST, [question]) == [place]


def test_a_word_alone_is_no_question_for_its_definition(visit):
    assert visit("index.html").evaluate(FIRST, ["quantize"]) != ["glossary.html#quantize"]
