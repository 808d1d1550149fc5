"""The decision helper: every answer shows what fits, right at the questions, and none leads to
an empty table."""

from itertools import product

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGE = "when-to-use.html"
QUESTIONS = ["job", "backend", "weights", "new"]
EVERY_CHOICE = """(states) => {
  const form = document.querySelector(".helper-questions");
  const at = (name, value) => form.querySelector(`input[name="${name}"][value="${value}"]`);
  const inputs = [...form.querySelectorAll("input")].map((input) => [input.name, input.value]);
  const seen = [];
  for (const state of states) {
    for (const [name, value] of inputs) {
      for (const question of Object.keys(state)) at(question, "any").click();
      for (const question in state) at(question, state[question]).click();
      const before = Object.fromEntries(new FormData(form));
      const warned = at(name, value).closest("label").classList.contains("helper-other");
      at(name, value).click();
      seen.push({
        state, before, warned, chosen: [name, value],
        after: Object.fromEntries(new FormData(form)),
        rows: [...document.querySelectorAll(".helper tbody tr:not([hidden])")].map((r) => r.id),
        said: document.querySelector(".helper-answer").textContent,
        links: [...document.querySelectorAll(".helper-answer li")].map((item) =>
          [...item.querySelectorAll("a")].map((link) => link.getAttribute("href"))),
      });
    }
  }
  return seen;
}"""


@pytest.fixture(scope="module")
def cases(built):
    """The rows of the table as they were built: id, and what each accepts."""
    soup = BeautifulSoup((built / PAGE).read_text(encoding="utf-8"), "html.parser")
    rows = soup.select(".helper-table tbody tr")
    return {row["id"]: {name: row[f"data-{name}"].split() for name in QUESTIONS} for row in rows}


def fitting(cases: dict, answers: dict) -> list[str]:
    def fits(accepted: dict) -> bool:
        return all(value in ("any", *accepted[name]) for name, value in answers.items())

    return [row for row, accepted in cases.items() if fits(accepted)]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_every_choice_from_every_set_of_answers_shows_what_fits(visit, cases, size):
    page = visit(PAGE, size=size)
    values = {
        name: page.locator(f".helper-questions input[name={name}]").evaluate_all(
            "inputs => inputs.map(input => input.value)"
        )
        for name in QUESTIONS
    }
    states = [dict(zip(QUESTIONS, each, strict=True)) for each in product(*values.values())]
    states = [state for state in states if fitting(cases, state)]
    seen = page.evaluate(EVERY_CHOICE, states)
    assert len(seen) == len(states) * sum(map(len, values.values())) > 1000
    for one in seen:
        assert one["before"] == one["state"]
        name, value = one["chosen"]
        assert one["after"][name] == value
        assert one["rows"] == fitting(cases, one["after"]) != []
        wanted = one["before"] | {name: value}
        assert one["warned"] == (not fitting(cases, wanted))
        assert ("Taken back" in one["said"]) == one["warned"]
        if one["warned"]:
            taken = [other for other in QUESTIONS if one["after"][other] != wanted[other]]
            left = [other for other in taken if one["after"][other] != "any"]
            assert taken
            assert not left
        if len(one["rows"]) < len(cases):
            assert one["said"].startswith(f"{len(one['rows'])} of {len(cases)} cases fit")
            first = one["rows"][: {"phone": 1, "desktop": 2}[size]]
            assert [links[0] for links in one["links"]] == [f"#{row}" for row in first]
            assert all(len(links) >= 2 for links in one["links"])


def in_view(page: Page, selector: str) -> bool:
    """Whether the middle of an element is in the window, and nothing lies over it."""
    return page.locator(selector).evaluate(
        """element => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const there = document.elementFromPoint(x + width / 2, y + height / 2);
          return there !== null && element.contains(there);
        }"""
    )


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_answer_is_in_view_at_every_question(visit, size):
    page = visit(PAGE, size=size)
    inputs = page.locator(".helper-questions input")
    inputs.first.focus()
    for question in range(len(QUESTIONS)):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".helper-answer li").first).to_be_visible()
        assert in_view(page, ".helper-bar")
        assert in_view(page, "label:has(:focus)")
        if question + 1 < len(QUESTIONS):
            page.keyboard.press("Tab")
    assert page.locator(".helper-questions input:checked").evaluate_all(
        "inputs => inputs.every(input => input.value !== 'any')"
    )
    page.locator(".helper tbody tr").filter(visible=True).last.scroll_into_view_if_needed()
    assert in_view(page, ".helper-bar")


def test_a_touch_chooses_and_starts_again(browser, address, cases):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address + PAGE)
    rows = page.locator(".helper tbody tr").filter(visible=True)
    page.locator(".helper-questions label", has_text="A model for production").tap()
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Start again").tap()
    expect(rows).to_have_count(len(cases))
    expect(page.locator(".helper-answer")).to_contain_text("Answer a question")
    context.close()


def test_the_link_of_an_answer_leads_to_its_row(visit):
    page = visit(PAGE)
    page.get_by_label("A model for production").check()
    page.locator(".helper-answer li a").first.click()
    expect(page.locator("#case-served-model")).to_be_in_viewport()
    page.wait_for_function(
        """() => document.querySelector("#case-served-model").getBoundingClientRect().top
          >= document.querySelector(".helper-bar").getBoundingClientRect().bottom"""
    )


def test_a_link_to_a_tab_opens_it_in_its_section(visit):
    """The section is the one that the case is about, and the tab the one that the link names."""
    page = visit(PAGE)
    links = page.locator(".helper-table a", has_text=", tab ")
    assert links.count() >= 6
    for number in range(links.count()):
        page.evaluate("scrollTo(0, 0)")
        link = links.nth(number)
        section, tab = link.text_content().split(", tab ")
        link.click()
        tabs = page.locator(f".tabbed-set:has(> input[id='{link.get_attribute('href')[1:]}'])")
        expect(
            tabs.locator("> .tabbed-labels > label.tabbed-label--active, > input:checked")
        ).to_have_count(1)
        assert (
            tabs.evaluate(
                """set => {
              const input = set.querySelector(":scope > input:checked");
              return set.querySelector(`label[for="${input.id}"]`).textContent.trim();
            }"""
            )
            == tab
        )
        heading = tabs.evaluate(
            """set => [...document.querySelectorAll("h2, h3")].filter((heading) =>
              heading.compareDocumentPosition(set) & Node.DOCUMENT_POSITION_FOLLOWING).pop()
              .textContent"""
        )
        assert section in heading
        expect(tabs).to_be_in_viewport()


def test_the_helper_starts_again_on_a_page_that_came_without_a_reload(visit):
    """The theme then puts a new page in the place of the old one, and tells of it."""
    page = visit(PAGE)
    page.get_by_label("A model for production").check()
    page.evaluate(
        """async (address) => {
          const text = await (await fetch(address)).text();
          const fresh = new DOMParser().parseFromString(text, "text/html");
          document.querySelector(".helper").replaceWith(fresh.querySelector(".helper"));
          document$.next(document);
        }""",
        page.url,
    )
    rows = page.locator(".helper tbody tr").filter(visible=True)
    expect(rows).to_have_count(13)
    page.get_by_label("A model for production").check()
    expect(rows).to_have_count(2)


def test_the_helper_is_a_plain_table_without_scripts(browser, address, cases):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    expect(page.locator(".helper-questions")).to_be_hidden()
    expect(page.locator(".helper-bar")).to_be_hidden()
    expect(page.locator(".helper tbody tr").filter(visible=True)).to_have_count(len(cases))
    context.close()
