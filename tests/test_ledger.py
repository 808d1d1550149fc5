"""The ledger: its data file agrees with this build, is complete, and says what has moved."""

import re

import pytest
from conftest import ROOT, write_files

from tools import ledger, releases
from tools.failure import Failure
from tools.ledger import Row, claims, ledger_failures, moves, read_rows, report, verdict_in
from tools.ledger_page import LedgerPages, marker_failures
from tools.pages import find_pages
from tools.program import Program
from tools.run import Run

HEAD = "claim,release,keras,engine,python,verdict,evidence,date\n"
ROWS = (
    "part-of,tensorflow-1.4.0,2.0.8,tensorflow,3.6.15,not yet,none,2026-11-24\n"
    "part-of,tensorflow-2.0.4,2.3.1,tensorflow,3.7.16,holds,seen,2026-11-24\n"
    "part-of,tensorflow-2.1.4,2.3.1,tensorflow,3.7.16,holds,seen,2026-11-24\n"
    "part-of,tensorflow-2.15.1,2.15.0,tensorflow,3.11.7,no longer,none,2026-11-24\n"
    "part-of,tensorflow-2.21.0,3.15.1,tensorflow,3.13.0,holds,seen,2026-11-24\n"
    "part-of,keras-3.15.1-jax,3.15.1,jax,3.13.0,not applicable,none,2026-11-24\n"
)
FILES = {
    "docs/index.md": "Today: <!-- verdict: part-of -->.\n\n<!-- verdict: unknown -->\n",
    "examples/ledger/part_of.py": "# claim: Keras is part of TensorFlow\n# section: 3.1\n",
    "examples/ledger/ledger.csv": HEAD + ROWS,
}


@pytest.fixture
def installed(monkeypatch):
    """Sets the versions that count as installed."""

    def install(tensorflow: str, keras: str) -> None:
        versions = {"tensorflow": tensorflow, "keras": keras}
        monkeypatch.setattr(ledger, "version", versions.__getitem__)

    return install


def runs_that_print(root, output):
    return {Program(root, "ledger", "part_of"): Run(products={".out": output})}


def test_the_same_verdict_passes(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    runs = runs_that_print(write_files(tmp_path, FILES), "seen\nverdict: holds\n")
    assert list(ledger_failures(tmp_path, runs)) == []


def test_another_verdict_fails_and_names_the_claim_and_its_row(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    runs = runs_that_print(write_files(tmp_path, FILES), "gone\nverdict: no longer\n")
    (failure,) = ledger_failures(tmp_path, runs)
    assert failure.places == ("examples/ledger/ledger.csv:6", "examples/ledger/part_of.py:1")
    assert failure.what == "the claim part-of moved: 'holds' on tensorflow-2.21.0, 'no longer' now"
    assert "| part-of | tensorflow-2.21.0 | holds | no longer | gone |" in failure.detail


def test_a_release_that_the_file_does_not_know_is_held_against_the_newest(tmp_path, installed):
    installed("2.22.0", "3.16.0")
    runs = runs_that_print(write_files(tmp_path, FILES), "gone\nverdict: no longer\n")
    (failure,) = ledger_failures(tmp_path, runs)
    assert "'holds' on tensorflow-2.21.0, 'no longer' now" in failure.what
    assert "| part-of | tensorflow-2.22.0-keras-3.16.0 | holds | no longer |" in failure.detail


def test_a_program_without_a_verdict_is_an_error():
    assert verdict_in("seen\n") == ("error: no verdict", "")
    assert verdict_in("one\ntwo\nverdict: not yet\n") == ("not yet", "one | two")


def test_a_broken_row_fails_at_its_line(tmp_path):
    write_files(tmp_path, FILES | {"examples/ledger/ledger.csv": HEAD + ROWS + "part-of,oops\n"})
    with pytest.raises(Failure) as caught:
        read_rows(tmp_path)
    assert caught.value.places == ("examples/ledger/ledger.csv:8",)


def test_the_report_is_a_table_to_paste(tmp_path):
    old = Row("a", "tensorflow-2.20.0", "3", "tensorflow", "3", "holds", "x", "2026-11-24")
    new = Row("a", "tensorflow-2.21.0", "3", "tensorflow", "3", "no longer", "y | z", "2026-11-24")
    assert report(moves([old], [new])).splitlines()[2:] == [
        "| a | tensorflow-2.21.0 | holds | no longer | y \\| z |"
    ]


def test_a_marker_becomes_the_verdict_of_this_build_and_when_it_held(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    runs = runs_that_print(write_files(tmp_path, FILES), "seen\nverdict: holds\n")
    expanded = LedgerPages(tmp_path, runs).expand("<!-- verdict: part-of -->", "differences/a.md")
    assert expanded == (
        '[✓ holds](../ledger.md#part-of){ .verdict data-verdict="holds" }'
        " (held 2.0 to 2.1, since 2.21)"
    )


def test_a_marker_of_an_unknown_claim_fails_at_its_line(tmp_path):
    pages = find_pages(write_files(tmp_path, FILES))
    (failure,) = marker_failures(tmp_path, pages)
    assert failure.places == ("docs/index.md:3",)
    assert failure.what == "the ledger has no claim 'unknown'"


def test_every_claim_is_measured_on_every_release():
    """None is missing, but those that `releases.toml` gives a reason for."""
    rows = read_rows(ROOT)
    due = {one["name"] for one in ledger.releases() if releases.is_due(one)}
    assert {(row.claim, row.release) for row in rows} == {
        (claim, release) for claim in claims(ROOT) for release in due
    }


def test_the_data_file_is_sorted_and_its_verdicts_are_known_words():
    rows = read_rows(ROOT)
    order = [(row.claim, ledger.place_in_time(row.release)) for row in rows]
    assert order == sorted(order)
    known = r"holds|not yet|no longer|not applicable|error: .+"
    assert [row for row in rows if not re.fullmatch(known, row.verdict)] == []


def test_every_claim_says_its_sentence_and_its_section():
    for claim in claims(ROOT).values():
        assert claim.sentence != claim.name
        assert re.fullmatch(r"3\.[1-5]", claim.section)


def test_what_is_measured_already_is_not_measured_again(tmp_path, monkeypatch):
    monkeypatch.setattr(releases, "ROOT", write_files(tmp_path, FILES))
    known, new = {"name": "tensorflow-2.0.4"}, {"name": "tensorflow-2.9.3"}
    assert releases.programs_for(known, again=False) == []
    assert len(releases.programs_for(known, again=True)) == 1
    assert len(releases.programs_for(new, again=False)) == 1


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("tensorflow-2.15.1", ["tensorflow-2.15.1"]),
        ("2.15", ["tensorflow-2.15.1", "tensorflow-2.15.1-keras-3.0.5"]),
        ("keras-2.1.6", ["keras-2.1.6-theano", "keras-2.1.6-cntk"]),
        ("nightly", ["nightly"]),
        ("tensorflow==2.22.0rc0", ["tensorflow-2.22.0rc0"]),
    ],
)
def test_a_release_is_chosen_by_name(only, names):
    assert [one["name"] for one in releases.chosen(only)] == names


def test_an_unknown_release_is_refused_with_the_names_there_are():
    with pytest.raises(SystemExit, match=r"no release is named 3\.0; there are: tensorflow-1"):
        releases.chosen("3.0")


def test_a_python_that_is_not_here_is_told_by_name():
    with pytest.raises(releases.NotMeasured, match=r"Python 3\.99 is not on this machine"):
        releases.find_python("3.99")
