"""Statements: each has its proof, and the check fails at the sentence that has lost it."""

import pickle

import pytest
from conftest import CONFIG, planted, served, show
from markdown import markdown

from tools.check import check
from tools.failure import Failure
from tools.pages.rules import Rules
from tools.project import Project
from tools.record import Refusal, record
from tools.site.proofs import Proofs
from tools.statements import links, sources
from tools.statements.account import Account, account_failures
from tools.statements.evidence import Evidence
from tools.statements.marks import blocks_of
from tools.statements.rules import Statements
from tools.statements.sources import Sources

SETTINGS = CONFIG.replace("preload", "# preload").replace("unused", "# unused") + (
    "[tool.check.statements]\nsources = 'sources.toml'\npairs = 'statements.csv'\n"
    "absent = ['GPU']\n"
)
SOURCE = (
    "[key]\ntitle = 'A title'\naddress = 'https://a.example/page'\n"
    "quote = 'Keras is one'\nread = 2026-11-24\n"
)
PROVEN = '<!-- proof: p/one "1 trace" -->'
FILES = {
    "pyproject.toml": SETTINGS,
    "sources.toml": SOURCE,
    "examples/p/one.py": "print('1 trace')\n",
    "examples/p/one.out": "1 trace\n",
}


def page(text: str) -> dict[str, str]:
    """Files with a page whose text begins on line 12, below one program and its output."""
    return {"docs/p.md": f"# P\n\n{show('p', 'one')}\n## More\n\n{text}\n"}


def failures_of(root, text, files=None):
    project = planted(root, FILES | page(text) | (files or {}))
    evidence = Evidence.of_runs(project, None, {})
    return list(Statements(project, Rules(project, {}).pages, evidence).failures())


def recorded(root, text, files=None):
    """A planted project whose pairs are recorded as they are now."""
    project = planted(root, FILES | page(text) | (files or {}))
    list(record(project, "p"))
    return Project.read(root)


# A recorded pair --------------------------------------------------------------------


def test_a_statement_with_its_recorded_evidence_passes(tmp_path, outside_ci):
    project = recorded(tmp_path, f"It traces once. {PROVEN}")
    assert (tmp_path / "statements.csv").read_text() == (
        'page,statement,mark,evidence\np.md,It traces once.,"proof: p/one ""1 trace""",1 trace\n'
    )
    assert check(project).failures == []


def test_what_a_check_found_goes_from_one_process_to_another(tmp_path, outside_ci):
    report = check(recorded(tmp_path, f"It is traced once. {PROVEN}"))
    assert pickle.loads(pickle.dumps(report)).evidence == report.evidence


def test_a_statement_that_was_changed_alone_has_to_be_read_and_recorded(tmp_path):
    recorded(tmp_path, f"It traces once. {PROVEN}")
    new, old = failures_of(tmp_path, f"\nIt never traces. {PROVEN}")
    assert new.places == ("docs/p.md:13", "examples/p/one.py:1")
    assert "not recorded as a pair: read both, and make record ONLY=p" in new.what
    assert "statement: It never traces." in new.detail
    assert "evidence: 1 trace" in new.detail
    assert old.places == ("statements.csv:2",)


def test_evidence_that_changed_alone_has_to_be_read_and_recorded(tmp_path):
    recorded(tmp_path, f"It traces once. {PROVEN}")
    changed = {"examples/p/one.out": "1 trace of 2\n"}
    new, _ = failures_of(tmp_path, f"It traces once. {PROVEN}", changed)
    assert new.places == ("docs/p.md:12", "examples/p/one.py:1")
    assert "evidence: 1 trace of 2" in new.detail


def test_an_output_that_loses_the_quoted_words_fails_at_the_sentence(tmp_path, outside_ci):
    """The check runs the program: what is recorded beside it may say something else."""
    project = recorded(tmp_path, f"Text.\n\nIt traces\nonce. {PROVEN} More.")
    (tmp_path / "examples/p/one.py").write_text("print('2 traces')\n")
    failures = check(Project.read(project.root)).failures
    places = ("docs/p.md:14", "examples/p/one.py:1")
    lost = [failure for failure in failures if failure.places == places]
    assert [failure.what for failure in lost] == [
        "a statement has lost its proof: p/one says nothing like '1 trace'"
    ]


def test_recording_keeps_the_old_pair_of_a_statement_that_has_lost_its_proof(tmp_path):
    project = recorded(tmp_path, f"It traces once. {PROVEN}")
    before = (tmp_path / "statements.csv").read_text()
    (tmp_path / "examples/p/one.py").write_text("print('2 traces')\n")
    with pytest.raises(Refusal, match=r"docs/p\.md:12: a statement has lost its proof"):
        list(record(Project.read(project.root), "p"))
    assert (tmp_path / "statements.csv").read_text() == before


def test_recording_one_page_leaves_the_pairs_of_others(tmp_path):
    other = {"docs/other.md": f"# Other\n\nAs said. {PROVEN}\n"}
    recorded(tmp_path, f"It traces once. {PROVEN}", other)
    (tmp_path / "docs/other.md").write_text("# Other\n\nOtherwise. <!-- opinion -->\n")
    (tmp_path / "docs/p.md").write_text((tmp_path / "docs/p.md").read_text() + "\nMore.\n")
    list(record(Project.read(tmp_path), "other"))
    text = (tmp_path / "statements.csv").read_text()
    assert "Otherwise.,opinion," in text
    assert "It traces once." in text
    assert "As said." not in text


# What a mark may be -------------------------------------------------------------------

LOST = {
    "a program that is gone": ('<!-- proof: p/two "x" -->', "rests on p/two, and there is no such"),
    "words that are gone": ('<!-- proof: p/one "2 traces" -->', "p/one says nothing like '2 tr"),
    "the end of a longer word": ('<!-- proof: p/one "race" -->', "p/one says nothing like 'race'"),
    "the beginning of one": ('<!-- proof: p/one "1 trac" -->', "p/one says nothing like '1 trac'"),
    "one of two pieces": ('<!-- proof: p/one "1" "2" -->', "p/one says nothing like '2'"),
    "a source that is missing": ("<!-- source: no -->", "names the source no, which sources.toml"),
    "a row that is missing": ('<!-- proof: p/one on tf-1 "x" -->', "which the ledger has not"),
    "a value that is gone": ('<!-- value: p/one "{} epochs" -->', "prints nothing like '{} epochs"),
    "a proof without words": ("<!-- proof: p/one -->", "proof is written <!-- proof: PAGE/PROG"),
    "a proof by a blank": ('<!-- proof: p/one " " -->', "proof is written <!-- proof: PAGE/PROG"),
    "a value without a gap": ('<!-- value: p/one "x" -->', "value is written <!-- value: PAGE/P"),
    "a source without a key": ("<!-- source -->", "a source is marked <!-- source: KEY -->"),
    "a judgement with words": ("<!-- opinion: good -->", "is marked <!-- opinion -->"),
}


@pytest.mark.parametrize(("mark", "what"), LOST.values(), ids=LOST)
def test_a_mark_that_proves_nothing_fails_at_its_line(tmp_path, mark, what):
    failure = failures_of(tmp_path, f"One.\n\nTwo. {mark}")[0]
    assert failure.places[0] == "docs/p.md:14"
    assert what in failure.what


def test_a_source_that_quotes_nothing_proves_nothing(tmp_path):
    silent = SOURCE.replace("quote = 'Keras is one'\n", "")
    (failure,) = failures_of(tmp_path, "One. <!-- source: key -->", {"sources.toml": silent})
    assert failure.places == ("docs/p.md:12",)
    assert failure.what == "a statement rests on the source key, which quotes nothing"


def test_a_program_that_has_never_printed_proves_nothing(tmp_path):
    files = {"examples/p/two.py": "print('1 trace')\n"}
    text = f"{show('p', 'two')}\nOne. {PROVEN.replace('one', 'two')}"
    failure = failures_of(tmp_path, text, files)[0]
    assert failure.places == ("docs/p.md:19", "examples/p/two.py:1")
    assert failure.what == "a statement rests on p/two, which has printed nothing"


def test_several_marks_prove_one_statement_and_a_block_can_hold_several_statements(tmp_path):
    text = f"- One. {PROVEN} <!-- source: key -->\n  Two\n  lines. <!-- opinion --> Three."
    project = planted(tmp_path, FILES | page(text))
    (block,) = [one for one in blocks_of(Rules(project, {}).pages[0]) if one.item]
    said = [(one.line, one.text, [mark.kind for mark in one.marks]) for one in block.statements]
    assert said == [
        (12, "One.", ["proof", "source"]),
        (13, "Two lines.", ["opinion"]),
        (14, "Three.", []),
    ]


def test_what_stands_in_boxes_and_tabs_is_read_at_its_line(tmp_path):
    boxed, tabbed = f"    Boxed. {PROVEN}", f"    Tabbed. {PROVEN}"
    text = f'??? note "Box"\n\n{boxed}\n\n=== "Tab"\n\n{tabbed}\n\nOut. {PROVEN}'
    project = planted(tmp_path, FILES | page(text))
    blocks = blocks_of(Rules(project, {}).pages[0])
    said = [(one.line, one.text) for block in blocks for one in block.statements if one.marks]
    assert said == [(14, "Boxed."), (18, "Tabbed."), (20, "Out.")]


# Where a mark is required ----------------------------------------------------------------

REQUIRED = {
    "an item under Remember": ("## Remember\n\n- Proven. {}\n- Not.", 15, "under Remember"),
    "the rest of an item": ("## Remember\n\n- One. {} Two.", 14, "stands under Remember"),
    "a row of a table": ("| a |\n| - |\n| b {} |\n| c |", 15, "is a row of a table"),
    "a caption": ("<figure>\n<figcaption>It falls.</figcaption>\n</figure>", 12, "picture shows"),
    "a text alternative": ('<figure aria-label="It falls.">\n</figure>', 12, "a picture shows"),
    "a picture's text": ("![It falls](loss.png)", 12, "says what a picture shows"),
    "absent hardware": ("One. {} A GPU is faster.", 12, "is about a GPU, which this build has not"),
}


@pytest.mark.parametrize(("text", "line", "what"), REQUIRED.values(), ids=REQUIRED)
def test_a_statement_without_a_mark_fails_at_its_line_where_one_is_required(
    tmp_path, text, line, what
):
    text = text.format(PROVEN)
    failures = [one for one in failures_of(tmp_path, text) if "recorded" not in one.what]
    assert [failure.places[0] for failure in failures] == [f"docs/p.md:{line}"]
    assert what in failures[0].what


def test_a_mark_stands_behind_words_on_their_line(tmp_path):
    failures = failures_of(tmp_path, f"It is so. <!-- opinion -->\n{PROVEN}")
    found = [one.places for one in failures if "a mark stands behind no words" in one.what]
    assert found == [("docs/p.md:13",)]


def test_the_paragraph_that_explains_a_result_needs_a_mark_to_its_end(tmp_path):
    files = FILES | {"docs/p.md": f"# P\n\n{show('p', 'one')}\nOne. {PROVEN} Two.\n\nThree.\n"}
    project = planted(tmp_path, files)
    evidence = Evidence.of_runs(project, None, {})
    failures = list(Statements(project, Rules(project, {}).pages, evidence).failures())
    assert [one.detail for one in failures if "explains" in one.what] == ["Two."]


def test_what_is_said_of_absent_hardware_from_a_source_says_that_it_was_not_run(tmp_path):
    (failure, _) = failures_of(tmp_path, "A GPU is faster. <!-- source: key -->")
    assert "it has to say 'not run here'" in failure.what
    said = "A GPU is faster (not run here). <!-- source: key -->"
    assert [one.what[:30] for one in failures_of(tmp_path, said)] == [
        "a statement and its evidence a"
    ]


def test_what_the_chapter_says_and_what_a_heading_says_need_no_mark(tmp_path):
    assert failures_of(tmp_path, "> A GPU is faster.\n\n## On a GPU\n\n`GPU`") == []


def test_an_address_outside_the_site_stands_in_the_file_of_sources(tmp_path):
    text = "[a](https://a.example/page)\n\n[b](https://b.example)"
    (failure,) = failures_of(tmp_path, text)
    assert failure.places == ("docs/p.md:14",)
    assert failure.what == "links to https://b.example, which is no address in sources.toml"


# Sources -----------------------------------------------------------------------------------


INSTALLED = (
    "[key]\ntitle = 'T'\naddress = 'https://a.example'\nread = 2026-11-24\npackage = 'filelock'\n"
    "tag = 'v{tag}'\nfile = '__init__.py'\nlines = [{lines}]\nquote = '{quote}'\n"
)
QUOTE = "A platform independent file lock"
QUOTATIONS = {
    "words": (
        {"quote": "words that nobody wrote"},
        "words that filelock/__init__.py no longer has",
    ),
    "lines": ({"lines": "90, 95"}, "has other lines in filelock/__init__.py than 90 to 95"),
}


@pytest.mark.parametrize(("changed", "what"), QUOTATIONS.values(), ids=QUOTATIONS)
def test_a_quotation_from_an_installed_package_is_looked_up_there(tmp_path, changed, what):
    known = {"tag": sources._version("filelock"), "lines": "1, 20", "quote": QUOTE}
    assert failures_of(tmp_path, "", {"sources.toml": INSTALLED.format(**known)}) == []
    text = INSTALLED.format(**(known | changed))
    (failure,) = failures_of(tmp_path, "", {"sources.toml": "\n" + text})
    assert failure.places == ("sources.toml:2",)
    assert what in failure.what


def test_a_quotation_that_is_gone_names_the_statements_that_rest_on_it(tmp_path):
    text = INSTALLED.format(tag="0", lines="1, 20", quote="words that nobody wrote")
    stated = "One. <!-- source: key -->\n\nTwo. <!-- opinion -->"
    failures = failures_of(tmp_path, stated, {"sources.toml": text})
    (failure,) = [one for one in failures if one.kind == "quotation"]
    assert (failure.places, failure.detail) == (("sources.toml:1", "docs/p.md:12"), "One.")


@pytest.mark.parametrize(
    ("package", "tag"), [("filelock", "0"), ("json", "3.0")], ids=["another release", "no release"]
)
def test_the_lines_of_a_quotation_are_those_of_the_release_that_was_read(tmp_path, package, tag):
    """In another one they may have moved; what Python brings along has no releases of its own."""
    quote = {"filelock": QUOTE, "json": "JSON (JavaScript Object Notation)"}[package]
    text = INSTALLED.format(tag=tag, lines="90, 95", quote=quote).replace("filelock", package)
    assert failures_of(tmp_path, "", {"sources.toml": text}) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [("filelock", "no_such_package", "not installed"), ("__init__", "gone", "not there any more")],
)
def test_a_quotation_from_what_is_not_installed_fails(tmp_path, old, new, what):
    text = INSTALLED.format(tag="0", lines="1, 20", quote=QUOTE).replace(old, new)
    (failure,) = failures_of(tmp_path, "", {"sources.toml": text})
    assert what in failure.what


def test_a_broken_file_is_named_and_hides_no_other_failure(tmp_path, outside_ci):
    files = FILES | page("Text.") | {"examples/p/one.out": "2 traces\n"}
    for broken in ({"sources.toml": "[key]\ntitle = 1\n"}, {"statements.csv": "page\nx,y\n"}):
        failures = check(planted(tmp_path, files | broken)).failures
        assert next(iter(broken)) in str(failures)
        assert "writes something else" in str(failures)
        for name in broken:
            (tmp_path / name).unlink()


def test_links_are_looked_up_with_their_words(tmp_path, capsys, monkeypatch):
    (tmp_path / "page.html").write_text("<p>Keras <b>is one</b></p>")
    with served(tmp_path) as address:
        text = SOURCE.replace("https://a.example/page", f"{address}page.html")
        other = text.replace("[key]", "[other]").replace("is one", "is two")
        gone = text.replace("[key]", "[gone]").replace("page.html", "gone.html")
        planted(tmp_path, FILES | page("") | {"sources.toml": text + other + gone})
        monkeypatch.chdir(tmp_path)
        with pytest.raises(SystemExit) as stop:
            links.main()
    said = capsys.readouterr().out
    assert stop.value.code == 1
    assert "sources.toml:6: the source other does not say at" in said
    assert "sources.toml:11: the source gone is not to be had at" in said
    assert "3 sources looked up, 2 failures" in said


def test_the_command_says_what_is_wrong_with_the_file_of_sources(tmp_path, monkeypatch):
    planted(tmp_path, FILES | page("") | {"sources.toml": "[key]\ntitle = 1\n"})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match=r"sources\.toml:1: the source key: Expected `str`"):
        links.main()


def test_the_file_of_an_address_on_github_is_asked_for_as_text():
    address = "https://github.com/a/b/blob/v1/c/d.py#L3"
    assert links.address_of(address) == "https://raw.githubusercontent.com/a/b/v1/c/d.py"
    assert links.address_of("https://a.example") == "https://a.example"


# What the reader sees ------------------------------------------------------------------------


def proofs(tmp_path, text="", uri="p.md"):
    project = planted(tmp_path, FILES | page(text))
    return Proofs(Evidence.of_runs(project, None, {}), uri)


def test_the_reader_opens_the_words_their_program_and_its_place(tmp_path):
    html = proofs(tmp_path, uri="deep/q.md").show(f"<p>Once. {PROVEN} <!-- source: key --></p>")
    assert html.count("<button") == 1
    assert 'popovertarget="proof-1"' in html
    assert "<code><mark>1 trace</mark></code>" in html
    assert '<a href="../p.html#program-one">examples/p/one.py</a> printed in this build' in html
    assert '<a href="https://a.example/page">A title</a>' in html
    assert "<q>Keras is one</q>" in html
    assert "<!--" not in html


def test_evidence_is_shown_as_it_was_printed_whatever_markdown_makes_of_it(tmp_path):
    words = r"`a` and [b](c) *d* __e__ \[f"
    page = proofs(tmp_path)
    (tmp_path / "examples/p/one.out").write_text(f"Use {words}\n")
    html = page.show(markdown(page.fill_in(f'So. <!-- proof: p/one "{words}" -->')))
    assert f"<code>Use <mark>{words}</mark></code>" in html


def test_a_program_on_a_page_has_an_address(tmp_path):
    html = proofs(tmp_path).show('<span class="filename">examples/p/one.py</span>')
    assert html == '<span class="filename" id="program-one">examples/p/one.py</span>'


def test_a_value_is_filled_in_from_the_run(tmp_path):
    page = proofs(tmp_path)
    assert page.fill_in('<!-- value: p/one "{} trace" --> time') == "1 time"
    assert page.fill_in(f"Once. {PROVEN}") == f"Once. {PROVEN}"


def test_what_is_lost_is_shown_as_lost_under_a_server(tmp_path):
    page = proofs(tmp_path)
    assert "has lost its proof" in page.show('<!-- proof: p/one "9" -->')
    assert page.show("<!-- proof: p/one -->") == ""
    assert page.show('<!-- value: p/one "{} trace" -->') == ""  # it stands in a lab
    assert page.fill_in('<!-- value: p/one "{} epochs" -->') == ""
    assert "This is a judgement" in page.show("<!-- opinion -->")


def test_the_account_counts_each_statement_by_its_strongest_proof(tmp_path):
    text = (
        f"One. {PROVEN} <!-- source: key -->\n\nTwo. <!-- source: key -->\n\nSo. <!-- opinion -->"
        "\n\nToday: <!-- verdict: a-claim -->."
    )
    project = planted(tmp_path, FILES | page(text))
    statements = Statements(project, Rules(project, {}).pages, Evidence.of_runs(project, None, {}))
    list(statements.failures())
    account = Account.of(project, 1, {}, None, statements.marked)
    assert account.sentence("p.md") == (
        "4 marked statements: 1 proven by a program of this build, 1 proven by a program of the"
        " ledger, 1 taken from a source, 1 a judgement, and marked as one."
    )
    assert account.sentence("other.md") == ""
    assert account.fill_in("<!-- account: statements --> of <!-- account: programs -->") == "4 of 1"
    assert "| [p](p.md) | 4 | 1 | 1 | 1 | 1 |" in account.text("by-page")
    assert account.text("not-run") == "Every program ran."


def test_a_marker_that_the_account_does_not_have_fails_at_its_line(tmp_path):
    project = planted(tmp_path, FILES | page("<!-- account: pages -->"))
    (failure,) = account_failures(Rules(project, {}).pages)
    assert failure == Failure(
        ("docs/p.md:12",),
        "<!-- account: pages --> is no marker; there are account: programs, not-run, statements,"
        " by-proof, by-page, claims, verdicts, releases",
    )


def test_a_source_that_lacks_something_is_named(tmp_path):
    broken = SOURCE + "\n[other]\ntitle = 'T'\naddress = 'a'\n"
    with pytest.raises(Failure, match=r"sources\.toml:7: the source other: .*`read`"):
        Sources.read(planted(tmp_path, FILES | page("") | {"sources.toml": broken}))
    with pytest.raises(Failure, match=r"sources\.toml:1: the file of sources cannot be read"):
        Sources.read(planted(tmp_path, FILES | page("") | {"sources.toml": "[key"}))
