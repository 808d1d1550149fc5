"""The plain pages: what an assistant reads has everything that the page has, and nothing else."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, planted

from tools.check import check
from tools.labs.lab import find_labs
from tools.project import Project
from tools.site.llms import PlainPage, plain_files
from tools.site.plain import Plain
from tools.site.told import of_html

PROJECT = Project.read(ROOT)
LABS = [lab.uri for lab in find_labs(PROJECT)]
PAGES = [path.relative_to(ROOT / "docs").as_posix() for path in PROJECT.pages]
PLAIN = [*PAGES, *(uri.replace(".ipynb", ".md") for uri in LABS)]
FACTS = {"versions": {"Python": "3.11"}, "sentence": "The 2 programs of this site ran."}
FENCE = re.compile(r"(?ms)^ *(`{3,})[^\n]*\n.*?^ *\1 *$")


@pytest.fixture
def plain(tmp_path: Path) -> Plain:
    """The plain pages of a small project without a ledger."""
    sources = (
        '[key]\ntitle = "A title"\naddress = "https://example.org/"\nread = 2026-01-02\n'
        'quote = "its\\n  words"\n'
    )
    files = {
        "pyproject.toml": '[tool.check]\n[tool.check.statements]\nsources = "sources.toml"\n',
        "sources.toml": sources,
        "docs/one.md": "# One\n",
        "examples/one/say.py": 'print("a {b}")\n',
        "examples/one/say.out": "a {b}\n",
        "examples/one/drawn.svg": '<?xml version="1.0"?>\n<svg>\n<title>Two\nlines</title></svg>\n',
    }
    report = check(planted(tmp_path, files))
    return Plain(report.project, report.evidence, None, of_html)


def test_an_include_is_its_file(plain):
    page = '```python title="examples/one/say.py"\n--8<-- "one/say.py"\n```\n\n'
    page += '```output\n--8<-- "one/say.out"\n```\n'
    assert plain.page("one.md", page) == (
        'Program `examples/one/say.py`:\n\n```python\nprint("a {b}")\n```\n\n'
        "It prints:\n\n```text\na {b}\n```\n"
    )


def test_an_include_that_is_missing_leaves_a_gap(plain):
    assert plain.page("one.md", 'a\n\n--8<-- "one/lost.html"\n\nb') == "a\n\nb\n"


def test_boxes_and_tabs_become_their_titles(plain):
    page = '=== "One"\n\n    a\n\n    ```text\n      === "no tab"\n    ```\n\n'
    page += "??? example\n\n    b\n\nc"
    assert plain.page("one.md", page) == (
        '**One**\n\na\n\n```text\n  === "no tab"\n```\n\n**Example**\n\nb\n\nc\n'
    )


def test_a_box_in_a_box(plain):
    page = '!!! note "Out"\n    a\n\n    ??? note "In"\n\n        b\n\n    c\n'
    assert plain.page("one.md", page) == "**Out**\n\na\n\n**In**\n\nb\n\nc\n"


def test_marks_become_notes(plain):
    proof = '<!-- proof: one/say "a" -->'
    assert plain.page("one.md", f"Said. {proof}") == "Said. [proof: one/say]\n"
    assert plain.page("two.md", f"Said. {proof}") == 'Said. [proof: one/say printed "a"]\n'
    row = 'Said. <!-- proof: ledger/it on keras-2 "so\n it" --> <!-- opinion -->'
    assert plain.page("ledger.md", row) == (
        'Said. [proof: ledger/it on keras-2 printed "so it"; a judgement]\n'
    )
    assert plain.page("one.md", "Said. <!-- proof: ? -->") == "Said.\n"
    assert plain.page("one.md", 'Said <!-- value: one/say "{}" -->.') == "Said.\n"


def test_sources_become_footnotes(plain):
    said = plain.page("one.md", "Said. <!-- source: key --> <!-- opinion -->")
    assert said == (
        'Said.[^key] [a judgement]\n\n[^key]: A title, <https://example.org/>: "its words"\n'
    )
    assert plain.page("one.md", "Said. <!-- source: lost -->") == "Said.[^lost]\n"


def test_attributes_go_but_the_address_of_a_heading_stays(plain):
    page = (
        "# One { #one }\n\n`{ .x }` `tf.old`{ .gone }, [file](a.py){ download },"
        ' [✓ holds](b.md){ .verdict data-verdict="holds" } <span id="x"></span>{a}\n\n'
        "Words:\n{ #words }\n\n"
        "*[GPU]: a word"
    )
    assert plain.page("one.md", page) == (
        "# One { #one }\n\n`{ .x }` `tf.old`, [file](a.py), [✓ holds](b.md) { #x } {a}\n\n"
        "Words: { #words }\n"
    )


def test_a_quotation_mark_loses_its_backslash_and_code_keeps_it(plain):
    page = "## No module named \\'tf\\' { #no }\n\nSay \\\"so\\\", or `\\'`.\n"
    assert (
        plain.page("one.md", page) == "## No module named 'tf' { #no }\n\nSay \"so\", or `\\'`.\n"
    )


def test_links_lead_to_plain_pages(plain):
    page = "[a](labs/x.ipynb) [b](y.html#z) [c](https://example.org/y.html) [d](y.md#z)"
    assert plain.page("one.md", page) == (
        "[a](labs/x.md) [b](y.md#z) [c](https://example.org/y.html) [d](y.md#z)\n"
    )


def test_a_picture_is_its_text(plain):
    page = '<figure markdown="0">\n--8<-- "one/drawn.svg"\n<figcaption>So.</figcaption>\n</figure>'
    assert plain.page("one.md", page) == "[Picture: Two; lines]\n\nSo.\n"


def test_html_around_markdown_goes_and_other_html_is_told(plain):
    page = '<details markdown="1">\n<summary>More</summary>\n\n*b*\n\n</details>\n\nc'
    assert plain.page("one.md", page) == "**More**\n\n*b*\n\nc\n"
    page = '<div class="two" markdown>\n\n- a\n\n<div markdown>\n\n### B\n\n</div>\n\n</div>'
    assert plain.page("one.md", page) == "- a\n\n### B\n"
    html = (
        "<div><form><input></form><p>a <b>b</b> <i>c</i><br><code>d|e</code></p>"
        '<a href="x">y</a> <a id="z"></a><ul><li>1</li><li>2</li></ul><svg></svg>'
        '<div role="img" aria-label="Bars"><svg></svg></div><p hidden>no</p><table></table>'
        "<!-- x --><table><caption>T</caption><tr><th>a</th><th>b</th></tr>"
        "<tr><td>c|d</td></tr></table></div>"
    )
    told = re.sub(r"\n{2,}", "\n\n", of_html(html))
    assert told == (
        "a **b** *c* `d|e`\n\n[y](x)\n\n- 1\n- 2\n\n[Picture: Bars]\n\n <!-- x -->\n\n"
        "**T**\n\n| a | b |\n| --- | --- |\n| c\\|d |  |"
    )


def test_a_lab_has_its_cells_and_what_they_left(plain):
    printed = {"output_type": "stream", "text": ["1\n"]}
    drawn = {"output_type": "display_data", "data": {"text/plain": "A line."}}
    cells = [
        {"cell_type": "markdown", "source": ["# Lab <!-- opinion -->"]},
        {"cell_type": "code", "source": ["print(1)"], "outputs": [printed, drawn]},
    ]
    assert plain.notebook("labs/x.ipynb", json.dumps({"cells": cells})) == (
        "# Lab [a judgement]\n\n```python\nprint(1)\n```\n\nIt prints:\n\n```text\n1\n```\n\n"
        "[Picture: A line.]\n"
    )


def test_the_overview_has_a_line_for_each_page():
    text = "# T\n\nShort [link](x.md). [a judgement] Then a sentence that is long enough to"
    text += " stop at.\nMore.\n\nNo."
    pages = [
        PlainPage("Start", "index.md", "Overview", "What it is.", "# T\n"),
        PlainPage("Labs", "labs/x.md", "X", "", text),
        PlainPage("Labs", "labs/y.md", "Y", "", "# Y\n"),
    ]
    files = plain_files("Site", "About it.", FACTS, pages, "https://example.org/")
    lines = files["llms.txt"].splitlines()
    assert lines[:4] == ["# Site", "", "> About it.", ""]
    assert lines[4] == "The 2 programs of this site ran. On Python 3.11."
    assert lines[8:] == [
        "## Start",
        "",
        "- [Overview](https://example.org/index.md): What it is.",
        "",
        "## Labs",
        "",
        "- [X](https://example.org/labs/x.md): Short link. Then a sentence that is long enough to"
        " stop at.",
        "- [Y](https://example.org/labs/y.md)",
        "",
        "## Everything",
        "",
        "- [llms-full.txt](https://example.org/llms-full.txt): all pages in one file, in this"
        " order.",
    ]
    assert files["llms-full.txt"].count("\n---\n\nPage: ") == 3


# The built site -----------------------------------------------------------------------


@pytest.mark.parametrize("name", PLAIN)
def test_each_page_is_there_as_markdown_with_nothing_left_to_fill_in(built, name):
    text = (built / name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    prose = re.sub(r"(`+)[^`].*?\1", "", FENCE.sub("", text))
    for left in ("<!--", "--8<--", "<div", "<svg", "<table", "<figure", "<details", "<span", "{ ."):
        assert left not in prose
    assert not re.search(r"(?m)^ *(===|\?\?\?\+?|!!!) ", prose)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_all_its_programs_and_what_they_print(built, name):
    text = "\n".join(line.strip() for line in (built / name).read_text("utf-8").splitlines())
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    for file in re.findall(r'--8<-- "([^"]+\.(?:py|out))"', page):
        shown = (ROOT / "examples" / file).read_text(encoding="utf-8")
        assert "\n".join(line.strip() for line in shown.rstrip().splitlines()) in text


@pytest.mark.parametrize("name", PLAIN)
def test_its_links_lead_to_files_of_the_site(built, name):
    text = FENCE.sub("", (built / name).read_text(encoding="utf-8"))
    for link in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", text):
        assert ((built / name).parent / link).is_file(), link


@pytest.mark.parametrize("name", PLAIN)
def test_a_page_names_its_markdown_but_not_as_a_translation(built, name):
    """A bare `rel=alternate` would have the theme look for a sitemap of another language."""
    soup = BeautifulSoup((built / name).with_suffix(".html").read_text("utf-8"), "html.parser")
    (link,) = soup.select("head link[rel~=alternate][type='text/markdown']")
    assert link["href"] == Path(name).name
    assert not soup.select("link[rel=alternate]")


def test_the_ledger_is_a_table_of_today(built):
    text = (built / "ledger.md").read_text(encoding="utf-8")
    assert "| claim | today | seen on |" in text
    assert "| `part-of`: TensorFlow has Keras at tf.keras | holds | since 1.4 |" in text


def test_the_overview_leads_to_every_page_and_the_whole_has_each(built):
    overview = (built / "llms.txt").read_text(encoding="utf-8")
    whole = (built / "llms-full.txt").read_text(encoding="utf-8")
    lines = re.findall(r"(?m)^- \[[^\]]+\]\(([^)]+)\): \S", overview)
    assert sorted(lines) == sorted([*PLAIN, "llms-full.txt"])
    assert sorted(re.findall(r"(?m)^Page: (.*)$", whole)) == sorted(PLAIN)
