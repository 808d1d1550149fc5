"""The ledger: its data file agrees with this build, is complete, and says what has moved."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from conftest import CONFIG, ROOT, planted
from rich.console import Console

from tools.check import check
from tools.failure import Failure
from tools.ledger import environments, measure, rules
from tools.ledger.history import words_by_release
from tools.ledger.ledger import Ledger
from tools.ledger.markers import ERAS, LedgerPages, marker_failures
from tools.ledger.measure import Measuring
from tools.ledger.recorded import Recorded
from tools.ledger.releases import Releases, is_about, pins_of
from tools.ledger.rows import Row, read_rows, verdict_in
from tools.ledger.rules import ledger_failures, moves, table_of_moves
from tools.pages.rules import Rules
from tools.project import Project
from tools.runner.run import Run
from tools.runner.store import digest

HEAD = "claim,release,keras,backend,python,verdict,evidence,program,pins,date\n"
PROGRAM = "# claim: Keras is part of TensorFlow\n# section: 3.1\n"
HASH, PINS = digest([PROGRAM])[:12], pins_of({})


def rows(text, hashes=f"{HASH},{PINS}"):
    """Lines of a data file, each with the hashes of what it was measured with."""
    return "".join(f"{line},{hashes},2026-11-24\n" for line in text.split())


ROWS = rows(
    "part-of,tensorflow-1.4.0,2.0.8,tensorflow,3.6.15,does_not_hold,none "
    "part-of,tensorflow-2.0.4,2.3.1,tensorflow,3.7.16,holds,seen "
    "part-of,tensorflow-2.1.4,2.3.1,tensorflow,3.7.16,holds,seen "
    "part-of,tensorflow-2.15.1,2.15.0,tensorflow,3.11.7,does_not_hold,none "
    "part-of,tensorflow-2.21.0,3.15.1,tensorflow,3.13.0,holds,seen "
    "part-of,keras-3.15.1-jax,3.15.1,jax,3.13.0,not_applicable,none"
).replace("_", " ")
NAMES = [row.split(",")[1] for row in ROWS.splitlines()]
NOTE = "[claim.part-of]\nnote = 'it came back'\n"
FILES = {
    "pyproject.toml": CONFIG
    + "[tool.check.ledger]\nreleases = 'releases.toml'\n"
    + "[tool.check.ledger.sections]\n'3.1' = 'relationship.html'\n",
    "releases.toml": "".join(f'[[release]]\nname = "{name}"\n' for name in NAMES),
    "docs/index.md": "Today: <!-- verdict: part-of -->.\n",
    "examples/ledger/part_of.py": PROGRAM,
    "examples/ledger/claims.toml": NOTE,
    "examples/ledger/ledger.csv": HEAD + ROWS,
}
LEDGER = "examples/ledger/ledger.csv"


@pytest.fixture
def installed(monkeypatch):
    """Sets the versions that count as installed."""

    def install(tensorflow: str, keras: str) -> None:
        versions = {"tensorflow": tensorflow, "keras": keras}
        monkeypatch.setattr(rules, "version", versions.__getitem__)

    return install


def runs_that_print(project, output):
    return {project.programs[0]: Run(products={".out": output})}


def failures_of(tmp_path, files, output="seen\nverdict: holds\n"):
    project = planted(tmp_path, FILES | files)
    return list(ledger_failures(Ledger.read(project), runs_that_print(project, output)))


def test_the_same_verdict_passes(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    assert failures_of(tmp_path, {}) == []


def test_another_verdict_fails_and_names_the_claim_and_its_row(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    (failure,) = failures_of(tmp_path, {}, "gone\nverdict: does not hold\n")
    assert failure.places == (f"{LEDGER}:6", "examples/ledger/part_of.py:1")
    said = "the claim part-of moved: 'holds' on tensorflow-2.21.0, 'does not hold' now"
    assert failure.what == said
    assert "| part-of | tensorflow-2.21.0 | holds | does not hold | gone |" in failure.detail


def test_other_evidence_for_the_same_verdict_fails_as_well(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    (failure,) = failures_of(tmp_path, {}, "seen 2\nverdict: holds\n")
    assert failure.what == "the claim part-of shows something else than it did on tensorflow-2.21.0"
    assert "| part-of | tensorflow-2.21.0 | holds | holds | seen → seen 2 |" in failure.detail


def test_a_release_that_the_file_does_not_know_is_compared_with_the_newest(tmp_path, installed):
    installed("2.22.0", "3.16.0")
    (failure,) = failures_of(tmp_path, {}, "gone\nverdict: does not hold\n")
    assert "'holds' on tensorflow-2.21.0, 'does not hold' now" in failure.what
    assert "| part-of | tensorflow-2.22.0-keras-3.16.0 | holds | does not" in failure.detail


def test_a_row_of_a_release_that_is_gone_is_told_once(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    first, *others = ROWS.splitlines(keepends=True)
    gone = rows("part-of,tensorflow-0.9,1,tensorflow,3,holds,x")
    (failure,) = failures_of(tmp_path, {LEDGER: HEAD + first + gone + "".join(others)})
    assert failure.places == (f"{LEDGER}:3",)
    assert failure.what == "there is no claim part-of or no release tensorflow-0.9: remove it"


FAULTS = {
    "a claim that is not measured": (
        {"examples/ledger/new.py": "# claim: New\n# section: 3.1\n"},
        "examples/ledger/new.py:1",
        "the claim new is not measured on keras-3.15.1-jax, tensorflow-1.4.0",
    ),
    "a release that is not measured": (
        {"releases.toml": FILES["releases.toml"] + '[[release]]\nname = "tensorflow-9"\n'},
        "examples/ledger/part_of.py:1",
        "the claim part-of is not measured on tensorflow-9: run `make releases`",
    ),
    "a row of no claim": (
        {LEDGER: HEAD + ROWS + rows("z,tensorflow-1.4.0,2,tensorflow,3,holds,x")},
        f"{LEDGER}:8",
        "there is no claim z or no release tensorflow-1.4.0",
    ),
    "rows out of order": (
        {LEDGER: HEAD + "".join(reversed(ROWS.splitlines(keepends=True)))},
        f"{LEDGER}:3",
        "rows are sorted by claim and release",
    ),
    "a row twice": (
        {LEDGER: HEAD + ROWS + ROWS.splitlines()[-1] + "\n"},
        f"{LEDGER}:8",
        "rows are sorted by claim and release, each once",
    ),
    "a word that is no verdict": (
        {LEDGER: HEAD + ROWS.replace("does not hold", "not yet", 1)},
        f"{LEDGER}:2",
        "'not yet' is no verdict",
    ),
    "a claim without a sentence": (
        {"examples/ledger/part_of.py": "# section: 3.1\n", LEDGER: HEAD},
        "examples/ledger/part_of.py:1",
        "a claim's first line is its sentence",
    ),
    "a claim of no section": (
        {"examples/ledger/part_of.py": "# claim: Keras\n# section: 9.9\n", LEDGER: HEAD},
        "examples/ledger/part_of.py:2",
        "a claim's second line is its section: # section: one of 3.1",
    ),
    "a program that catches everything": (
        {
            "examples/ledger/part_of.py": PROGRAM
            + "try:\n    1 / 0\nexcept Exception:\n    pass\n",
            LEDGER: HEAD,
        },
        "examples/ledger/part_of.py:5",
        "the claim part-of catches whatever it is: name what it expects",
    ),
    "a program that catches without a name": (
        {
            "examples/ledger/part_of.py": PROGRAM + "try:\n    1\nexcept:\n    pass\n",
            LEDGER: HEAD,
        },
        "examples/ledger/part_of.py:5",
        "the claim part-of catches whatever it is",
    ),
    "a program that has changed since": (
        {"examples/ledger/part_of.py": PROGRAM + "print(2)\n"},
        "examples/ledger/part_of.py:1",
        "the claim part-of or the pins have changed since it was measured on tensorflow-1.4.0,",
    ),
    "pins that have changed since": (
        {"releases.toml": FILES["releases.toml"].replace('-1.4.0"', '-1.4.0"\npins = ["x"]')},
        "examples/ledger/part_of.py:1",
        "or the pins have changed since it was measured on tensorflow-1.4.0: run `make releases`",
    ),
    "a claim that comes true twice without a note": (
        {"examples/ledger/claims.toml": ""},
        "examples/ledger/part_of.py:1",
        "the claim part-of holds again after it did not (TensorFlow with the newest Keras): mend",
    ),
    "an error without a note": (
        {
            "examples/ledger/claims.toml": "",
            LEDGER: HEAD + ROWS.replace("does not hold", "error: ValueError: x"),
        },
        "examples/ledger/part_of.py:1",
        "the claim part-of is an error on tensorflow-1.4.0, and is an error on tensorflow-2.15.1",
    ),
    "a file of claims that cannot be read": (
        {"examples/ledger/claims.toml": "[claim.part-of]\nnotes = 'x'\n"},
        "examples/ledger/claims.toml:1",
        "unknown field `notes`",
    ),
    "a note on no claim": (
        {"examples/ledger/claims.toml": NOTE + "[claim.gone]\nnote = 'x'\n"},
        "examples/ledger/claims.toml:1",
        "there is no claim gone",
    ),
    "rows that contradict each other": (
        {
            "examples/ledger/other.py": PROGRAM,
            "examples/ledger/claims.toml": NOTE
            + "[claim.other]\nnote = 'x'\n"
            + "[[agree]]\nclaims = ['part-of', 'other']\nwhere = 'part-of'\n",
            LEDGER: HEAD
            + ROWS.replace("part-of", "other").replace("holds,seen", "does not hold,seen", 1)
            + ROWS,
        },
        f"{LEDGER}:9",
        "part-of and other cannot differ on tensorflow-2.0.4, where part-of holds",
    ),
}


@pytest.mark.parametrize(("files", "place", "what"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_ledger_is_caught_at_its_line(tmp_path, installed, files, place, what):
    installed("2.21.0", "3.15.1")
    try:
        failure = failures_of(tmp_path, files)[0]
    except Failure as broken:
        failure = broken
    assert failure.places[0] == place
    assert what in failure.what


def test_a_broken_ledger_hides_no_other_failure(tmp_path, outside_ci):
    config = FILES["pyproject.toml"] + "[tool.check.names.roots]\njson = 'json'\n"
    faults = {"docs/index.md": "`json.nonsense`\n", LEDGER: HEAD + "part-of,oops\n"}
    failures = check(planted(tmp_path, FILES | {"pyproject.toml": config} | faults)).failures
    assert {f"{LEDGER}:2", "docs/index.md:1"} <= {failure.places[0] for failure in failures}


def test_a_ledger_without_a_file_of_claims_has_a_note_on_none(tmp_path):
    files = {name: text for name, text in FILES.items() if not name.endswith("claims.toml")}
    claim = Ledger.read(planted(tmp_path, files)).claims["part-of"]
    assert (claim.sentence, claim.note) == ("Keras is part of TensorFlow", "")


def test_a_program_without_a_verdict_is_an_error():
    assert verdict_in("seen\n") == ("error: no verdict", "seen")
    assert verdict_in("verdict: not yet\n") == ("error: no verdict", "verdict: not yet")
    assert verdict_in("one\ntwo\nverdict: does not hold\n") == ("does not hold", "one | two")


def test_a_broken_row_fails_at_its_line(tmp_path):
    project = planted(tmp_path, FILES | {LEDGER: HEAD + ROWS + "part-of,oops\n"})
    with pytest.raises(Failure) as caught:
        read_rows(project)
    assert caught.value.places == (f"{LEDGER}:8",)


def test_what_moved_is_a_table_to_paste(tmp_path):
    about, hashes = ("3", "tensorflow", "3"), ("h", "p", "2026-11-24")
    old = Row("a", "tensorflow-2.20.0", *about, "holds", "x", *hashes)
    new = Row("a", "tensorflow-2.21.0", *about, "does not hold", "y | z", *hashes)
    releases = Releases(planted(tmp_path, FILES))
    assert table_of_moves(moves([old], [new], releases)).splitlines()[2:] == [
        "| a | tensorflow-2.21.0 | holds | does not hold | y \\| z |"
    ]


def test_a_marker_becomes_the_verdict_of_this_build_and_when_it_held(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    project = planted(tmp_path, FILES)
    pages = LedgerPages(Ledger.read(project), runs_that_print(project, "seen\nverdict: holds\n"))
    assert pages.fill_in("<!-- verdict: part-of -->", "differences/a.md") == (
        '[✓ holds](../ledger.md#part-of){ .verdict data-verdict="holds" }'
        " (seen from 2.0 to 2.1 and since 2.21)"
    )


def test_of_a_claim_that_has_never_held_no_release_is_named(tmp_path, installed):
    installed("2.21.0", "3.15.1")
    never = ROWS.replace(",holds,", ",does not hold,")
    project = planted(tmp_path, FILES | {LEDGER: HEAD + never})
    runs = runs_that_print(project, "none\nverdict: does not hold\n")
    assert LedgerPages(Ledger.read(project), runs).fill_in("<!-- verdict: part-of -->", "a.md") == (
        '[✗ never](ledger.md#part-of){ .verdict data-verdict="never" }'
    )


def test_of_a_claim_that_was_not_run_there_is_no_verdict(tmp_path):
    pages = LedgerPages(Ledger.read(planted(tmp_path, FILES)), {})
    assert pages.fill_in("Today: <!-- verdict: part-of -->.", "a.md") == "Today: ."


def test_a_release_on_which_it_holds_with_the_newest_keras_alone_is_named(tmp_path):
    older = [("2.20.0-keras-3.11.2", "3.11.2"), ("2.19.1-keras-3.9.0", "3.9.0")]
    same = [("2.19.1", "3.15.1"), ("2.20.0", "3.15.1")]
    about = "tensorflow,3.13.0"
    more = "".join(
        f"part-of,tensorflow-{release},{keras},{about},{verdict},none,h,p,2026-11-24\n"
        for releases, verdict in ((older, "does not hold"), (same, "holds"))
        for release, keras in releases
    )
    names = [*NAMES[:4], *(f"tensorflow-{one}" for one, _ in [*same, *older]), *NAMES[4:]]
    listed = "".join(f'[[release]]\nname = "{name}"\n' for name in names)
    files = FILES | {"releases.toml": listed, LEDGER: HEAD + ROWS + more}
    assert Ledger.read(planted(tmp_path, files)).seen_on("part-of") == (
        "seen from 2.0 to 2.1 and since 2.19, not with Keras 3.11.2 and 3.9.0"
    )


RELEASES = (
    ("tensorflow-1.15.5", "2.3.1", "tensorflow"),
    ("tensorflow-2.15.1", "2.15.0", "tensorflow"),
    ("tensorflow-2.15.1-keras-3.0.5", "3.0.5", "tensorflow"),
    ("tensorflow-2.21.0-keras-3.13.2", "3.13.2", "tensorflow"),
    ("tensorflow-2.21.0-tf_keras", "3.15.1", "tensorflow"),
    ("tensorflow-2.21.0", "3.15.1", "tensorflow"),
    ("keras-2.3.1-theano", "2.3.1", "theano"),
    ("keras-3.15.1-jax", "3.15.1", "jax"),
    ("keras-3.15.1-torch", "3.15.1", "torch"),
)


def drawn(tmp_path, installed, output="seen | twice\nverdict: holds\n", files=None):
    """The ledger's table in a project that was measured on `RELEASES`."""
    installed("2.21.0", "3.15.1")
    measured = "".join(
        f"part-of,{release},{keras},{backend},3.13.0,holds,none,h,p,2026-11-24\n"
        for release, keras, backend in RELEASES
    )
    listed = "".join(f'[[release]]\nname = "{release}"\n' for release, *_ in RELEASES)
    own = {LEDGER: HEAD + measured, "releases.toml": listed}
    project = planted(tmp_path, FILES | own | (files or {}))
    runs = runs_that_print(project, output) if output else {}
    pages = LedgerPages(Ledger.read(project), runs)
    assert "part-of" in pages.anchors_of("<!-- ledger: table -->")
    return BeautifulSoup(pages.draw("<!-- ledger: table -->"), "html.parser")


def test_the_table_says_today_first_and_then_reads_back_in_time(tmp_path, installed):
    table = drawn(tmp_path, installed)
    said = table.select_one(".ledger__today-all").get_text()
    assert said == "Today, on TensorFlow 2.21.0 with Keras 3.15.1: ✓ holds 1 claim."
    assert [head.get_text() for head in table.select("th[scope=colgroup]")] == list(ERAS)
    assert [head.get_text() for head in table.select("thead tr + tr th")] == [
        "2.21.0 3.15.1",
        "2.21.0 3.13.2",
        "2.15.1 3.0.5",
        "2.21.0 tf_keras",
        "2.15.1 2.15.0",
        "1.15.5 2.3.1",
        "jax 3.15.1",
        "torch 3.15.1",
        "theano 2.3.1",
    ]
    claim, today, newest, *_ = table.select_one("tr#part-of").find_all(["th", "td"])
    assert claim.a["href"] == "#program-part-of"
    assert today.get_text() == "✓ holds seen since 1.15"
    assert (newest.get_text(), newest["data-seen"], newest["data-on"]) == (
        "✓",
        "none",
        "2.21\n3.15",
    )


def test_what_no_longer_holds_today_is_marked(tmp_path, installed):
    table = drawn(tmp_path, installed, "gone\nverdict: does not hold\n")
    row = table.select_one("tr#part-of")
    assert row.has_attr("data-stopped")
    assert row.select_one(".ledger__today")["data-seen"] == "gone"
    assert "✗ no longer 1 claim." in table.select_one(".ledger__today-all").get_text()


def test_what_was_not_run_in_this_build_says_so(tmp_path, installed):
    table = drawn(tmp_path, installed, output="")
    assert table.select_one("#part-of .ledger__today").get_text() == "not run in this build"
    assert not table.select(".ledger__today-all")


TITLES = {
    "3.1 The relationship": "title: 3.1 The relationship",
    "3.1 Quoted": 'title: "3.1 Quoted"',
    "Section 3.1": "title: Something else",
}


@pytest.mark.parametrize(("name", "title"), TITLES.items(), ids=TITLES)
def test_a_section_has_the_name_of_its_page_if_that_says_the_number(
    tmp_path, installed, name, title
):
    table = drawn(tmp_path, installed, files={"docs/relationship.md": f"---\n{title}\n---\n"})
    group = table.select_one(".ledger__group a")
    assert (group.get_text(), group["href"]) == (name, "relationship.html")


MARKERS = {
    "<!-- verdict: unknown -->": "the ledger has no claim 'unknown'",
    "<!-- verdict:part-of -->": "is no marker",
    "<!-- ledger: tabel -->": "is no marker; there are verdict: CLAIM and ledger: table",
    "<!-- ledger: changes tensorflow-2.0.4 -->": "ledger: changes names 2 releases",
    "<!-- ledger: table tensorflow-2.0.4 -->": "ledger: table names 0 releases",
    "<!-- ledger: changes tensorflow-2.0.4 tensorflow-9 -->": "no release 'tensorflow-9'",
}


@pytest.mark.parametrize(("marker", "what"), MARKERS.items(), ids=MARKERS)
def test_a_marker_that_asks_for_what_is_not_there_fails_at_its_line(tmp_path, marker, what):
    text = f"One.\n\n{marker}\n\n<!-- ledger: table -->\n\n<!-- a comment -->\n"
    project = planted(tmp_path, FILES | {"docs/index.md": text})
    (failure,) = marker_failures(Ledger.read(project), Rules(project, {}).pages)
    assert failure.places == ("docs/index.md:3",)
    assert what in failure.what


def test_what_is_measured_already_is_not_measured_again(tmp_path):
    measuring = Measuring(planted(tmp_path, FILES), None)
    known, new = {"name": "tensorflow-2.0.4"}, {"name": "tensorflow-2.9.3"}
    repinned = known | {"pins": ["x"]}
    assert measuring.programs_for(known, again=False) == []
    assert len(measuring.programs_for(repinned, again=False)) == 1
    assert len(measuring.programs_for(known, again=True)) == 1
    assert len(measuring.programs_for(new, again=False)) == 1


def test_a_release_is_measured_with_the_variables_of_every_check(tmp_path, monkeypatch):
    """A `keras.json` in somebody's home, or a backend that he has set, changes no verdict."""
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    monkeypatch.setenv("TF_XLA_FLAGS", "x")
    measuring = Measuring(planted(tmp_path, FILES), None)
    variables = measuring._variables({"variables": {"KERAS_BACKEND": "jax"}}, tmp_path, "/home/of")
    assert variables["KERAS_BACKEND"] == "jax"
    assert variables["HOME"] == "/home/of"
    assert variables["TF_CPP_MIN_LOG_LEVEL"] == "3"
    assert "TF_XLA_FLAGS" not in variables


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
    releases = Releases(Project.read(ROOT))
    assert [one["name"] for one in releases.chosen(only)] == names


UNMEASURED = '[[release]]\nname = "old"\nunmeasured = "no Python 2"\n'


def test_what_cannot_be_measured_and_what_is_no_release_yet_are_measured_by_name_only(tmp_path):
    preview = '[[release]]\nname = "nightly"\npreview = true\n'
    listed = FILES["releases.toml"] + preview + UNMEASURED
    releases = Releases(planted(tmp_path, FILES | {"releases.toml": listed}))
    assert [one["name"] for one in releases.chosen(None)] == NAMES
    assert [one["name"] for only in ("nightly", "old") for one in releases.chosen(only)] == [
        "nightly",
        "old",
    ]


def test_an_unknown_release_is_refused_with_the_names_there_are():
    with pytest.raises(SystemExit, match=r"no release is named 3\.0; there are: tensorflow-1"):
        Releases(Project.read(ROOT)).chosen("3.0")


def test_a_python_that_is_not_here_is_reported_by_name():
    with pytest.raises(environments.NotMeasured, match=r"Python 3\.99 is not on this machine"):
        environments.find_python("3.99")


def command(path: Path, text: str) -> Path:
    """A command that stands for another one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_a_command_that_runs_another_python_than_its_name_says_is_passed_over(
    tmp_path, monkeypatch
):
    """As pyenv's do for a version that is installed and not chosen."""
    command(tmp_path / "shims/python3.99", "echo Python 3.98.0")
    meant = command(tmp_path / "versions/3.99.1/bin/python", "echo Python 3.99.1")
    monkeypatch.setenv("PATH", f"{tmp_path}/shims:{os.environ['PATH']}")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert environments.find_python("3.99") == str(meant)


CLAIMS = {
    "holds": 'print("seen")\nprint("verdict: holds")\n',
    "raises": "1 / 0\n",
    "says_nothing": "print(1)\n",
    "says_another_word": "print('verdict: not yet')\n",
    "has_nothing_to_say": "print('verdict: not applicable')\nraise SystemExit\n",
    "gives_up": "raise SystemExit('no')\n",
    "crashes": "import os\n\nos.abort()\n",
    "floods": "while True:\n    print('x' * 10000)\n",
    "hangs": "import time\n\ntime.sleep(60)\n",
    "sets_a_variable": (
        "import os\n\nos.environ['X'] = '1'\nimport sys\n\n"
        "print('tensorflow' in sys.modules)\nprint('verdict: does not hold')\n"
    ),
}
SAID = {
    "holds": ("holds", "seen"),
    "raises": ("error: ZeroDivisionError: division by zero", ""),
    "says_nothing": ("error: no verdict", "1"),
    "says_another_word": ("error: no verdict", ""),
    "has_nothing_to_say": ("not applicable", ""),
    "gives_up": ("error: no traceback", ""),
    "crashes": ("error: signal 6", ""),
    "floods": ("error: flood", None),
    "hangs": ("error: time limit", ""),
    "sets_a_variable": ("does not hold", "False"),
}


@pytest.mark.slow
def test_each_program_is_run_in_the_environment_of_a_release_and_costs_only_its_own_row(
    tmp_path, monkeypatch
):
    """Measured in this environment, as in that of a release."""
    head = "# claim: C\n# section: 3.1\n"
    files = {f"examples/ledger/{name}.py": head + text for name, text in CLAIMS.items()}
    config = {"pyproject.toml": FILES["pyproject.toml"], "releases.toml": ""}
    project = planted(tmp_path, files | config)
    monkeypatch.setattr(measure, "build", lambda release, folder: Path(sys.executable))
    impatient = tmp_path / "in_release.py"
    impatient.write_text(measure.IN_RELEASE.read_text().replace("LIMIT = 180", "LIMIT = 5"))
    monkeypatch.setattr(measure, "IN_RELEASE", impatient)
    console = Console(file=io.StringIO(), width=200)
    release = {"name": "here", "python": "3", "pins": [], "backend": "tensorflow"}
    (tmp_path / ".check/releases").mkdir(parents=True)
    assert Measuring(project, console).all_of([release], again=True) == {}
    rows = {row.claim.replace("-", "_"): row for row in read_rows(project)}
    assert rows.keys() == CLAIMS.keys()
    for name, (verdict, evidence) in SAID.items():
        assert rows[name].verdict == verdict
        assert evidence is None or rows[name].evidence == evidence
    assert "here: measured, no claim moved" in console.file.getvalue()
    wrong = release | {"backend": "jax"}
    missed = Measuring(project, console).all_of([wrong], again=True)
    assert missed == {"here": "Keras runs on tensorflow, not jax"}


def test_an_environment_is_built_once_and_anew_for_other_pins(tmp_path):
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    release = {"name": "here", "python": version, "pins": []}
    python = environments.build(release, tmp_path / "here")
    assert python.exists()
    mark = tmp_path / "here/mark"
    mark.touch()
    assert environments.build(release, tmp_path / "here") == python
    assert mark.exists()
    with pytest.raises(environments.NotMeasured, match="the environment cannot be built"):
        environments.build(release | {"pins": ["./no-such-package"]}, tmp_path / "here")
    assert not (tmp_path / "here").exists()


def test_an_environment_is_built_without_uv_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(environments, "find_uv", lambda: None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    release = {"name": "here", "python": version, "pins": []}
    assert environments.build(release, tmp_path / "here").exists()


def test_uv_builds_an_environment_where_there_is_one(tmp_path, monkeypatch):
    folder, asked = tmp_path / "here", tmp_path / "asked"
    uv = command(tmp_path / "uv", f'mkdir -p {folder}; echo "$@" >> {asked}')
    monkeypatch.setattr(environments, "find_uv", lambda: str(uv))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    release = {"name": "here", "python": version, "pins": ["a==1", "b"], "after": ["c"]}
    python = environments.build(release, folder)
    assert asked.read_text().splitlines() == [
        f"venv -q -p {environments.find_python(version)} {folder}",
        f"pip install -q -p {python} a==1 b",
        f"pip install -q -p {python} c",
    ]


@pytest.mark.parametrize(("version", "old"), [("3.6", True), ("3.7", True), ("3.8", False)])
def test_a_pip_that_is_too_old_for_wheels_of_today_is_renewed_first(
    tmp_path, monkeypatch, version, old
):
    asked = tmp_path / "asked"
    python = command(
        tmp_path / f"bin/python{version}",
        f'case "$2" in\n"") echo Python {version}.9 ;;\n'
        'venv) mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;\n'
        f'pip) shift 4; echo "$@" >> {asked} ;;\nesac',
    )
    monkeypatch.setenv("PATH", f"{python.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(environments, "find_uv", lambda: None)
    release = {"name": "old", "python": version, "pins": ["tensorflow==1.4.0"]}
    environments.build(release, tmp_path / "old")
    first = ["--upgrade pip<22 setuptools<60"] if old else []
    assert asked.read_text().splitlines() == [*first, "tensorflow==1.4.0"]


HERE = {"name": "tensorflow-2.21.0", "backend": "tensorflow"}
ABOUT = json.dumps({"keras": "3.15.1", "backend": "tensorflow", "python": "3.13.0"})
FOUND = json.dumps({"claim": "part_of", "verdict": "does not hold", "evidence": "gone"})


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """Measures releases with a script that stands for their environments; what could not be
    measured, and what was said."""
    monkeypatch.setattr(measure, "build", lambda release, folder: Path(sys.executable))
    monkeypatch.setattr(measure, "IN_RELEASE", tmp_path / "script.py")
    (tmp_path / ".check/releases").mkdir(parents=True)

    def all_of(release, script=f"print({ABOUT!r})\nprint({FOUND!r})\n", again=True):
        (tmp_path / "script.py").write_text(script)
        console = Console(file=io.StringIO(), width=200)
        measuring = Measuring(planted(tmp_path, FILES), console)
        return measuring.all_of([release], again), console.file.getvalue()

    return all_of


def test_what_moved_is_said_and_takes_the_place_of_the_older_row(tmp_path, measured):
    missed, said = measured(HERE)
    assert missed == {}
    assert "| part-of | tensorflow-2.21.0 | holds | does not hold | gone |" in said
    rows = read_rows(Project.read(tmp_path))
    assert [row.verdict for row in rows if row.release == HERE["name"]] == ["does not hold"]
    assert len(rows) == len(NAMES)


def test_what_a_preview_moves_is_said_and_not_kept(tmp_path, measured):
    missed, said = measured(HERE | {"preview": True})
    assert missed == {}
    assert "| part-of | tensorflow-2.21.0 | holds | does not hold | gone |" in said
    assert (tmp_path / LEDGER).read_text() == FILES[LEDGER]


@pytest.mark.parametrize(
    ("script", "last"),
    [
        (f"import sys\n\nprint({ABOUT!r})\nsys.exit('one\\nno TensorFlow')\n", "no TensorFlow"),
        (f"print({ABOUT!r})\n", ""),
    ],
    ids=["it fails", "it leaves out a program"],
)
def test_an_environment_that_does_not_run_is_reported_with_its_last_words_and_costs_no_row(
    tmp_path, measured, script, last
):
    missed, _ = measured(HERE, script)
    assert missed == {HERE["name"]: f"the environment does not run: {last}"}
    assert (tmp_path / LEDGER).read_text() == FILES[LEDGER]


def test_no_environment_is_built_for_a_release_that_is_measured_already(measured, monkeypatch):
    def build(release, folder):
        raise AssertionError("it is not needed")

    monkeypatch.setattr(measure, "build", build)
    missed, said = measured({"name": "tensorflow-2.0.4"}, again=False)
    assert missed == {}
    assert "tensorflow-2.0.4" not in said


@pytest.mark.parametrize(("beyond", "stays"), [(-1, False), (0, True)])
def test_an_environment_stays_for_next_time_while_there_is_room(
    tmp_path, measured, monkeypatch, beyond, stays
):
    kept = tmp_path / ".check/releases" / HERE["name"]
    kept.mkdir()
    free = SimpleNamespace(free=measure.FREE + beyond)
    monkeypatch.setattr(measure.shutil, "disk_usage", lambda folder: free)
    measured(HERE)
    assert kept.exists() == stays


@pytest.mark.parametrize(("due", "code"), [("", False), ('[[release]]\nname = "new"\n', True)])
def test_the_command_names_all_that_is_not_measured_and_fails_where_it_was_due(
    tmp_path, monkeypatch, capsys, due, code
):
    def build(release, folder):
        raise environments.NotMeasured("Python 3.99 is not on this machine")

    monkeypatch.setattr(measure, "build", build)
    planted(tmp_path, FILES | {"releases.toml": FILES["releases.toml"] + UNMEASURED + due})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        measure.main()
    said = capsys.readouterr().out
    assert stop.value.code == code
    assert "not measured: old: no Python 2\n" in said
    assert ("not measured: new: Python 3.99 is not on this machine\n" in said) == code


def test_the_command_says_which_setting_is_wrong(tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").write_text("[tool.check]\npages = 3\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match=r"pyproject\.toml:2: tool\.check\.pages: Expected"):
        measure.main()


@pytest.mark.skipif(sys.platform != "linux", reason="ldconfig is Linux's")
def test_a_library_is_found_under_its_old_name(tmp_path):
    variables = environments.libraries({"libraries": {"old.so": "libc.so.6"}}, tmp_path)
    assert (Path(variables["LD_LIBRARY_PATH"]) / "old.so").exists()


def test_the_command_refuses_what_it_does_not_know():
    command = [sys.executable, "-m", "tools.ledger.measure", "9.9"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "no release is named 9.9; there are: tensorflow-1" in done.stderr


def test_a_library_that_is_not_here_is_reported_by_name(tmp_path):
    with pytest.raises(environments.NotMeasured, match=r"the library no-such\.so is not on this"):
        environments.libraries({"libraries": {"old.so": "no-such.so"}}, tmp_path)
    assert environments.libraries({}, tmp_path) == {}


YES, NO, NONE, ERROR = "holds", "does not hold", "not applicable", "error: signal 6"
HISTORIES = {
    "not yet, then no longer": ([NO, YES, YES, NO], ["not yet", YES, YES, "no longer"]),
    "between two": ([YES, NO, YES], [YES, "not on this release", YES]),
    "never": ([NO, NONE, NO], ["never", NONE, "never"]),
    "an error is a gap and no answer": ([YES, ERROR, NO], [YES, ERROR, "no longer"]),
}


@pytest.mark.parametrize(("verdicts", "words"), HISTORIES.values(), ids=HISTORIES)
def test_not_yet_and_no_longer_follow_from_the_row(verdicts, words):
    releases = [f"tensorflow-2.{number}.0" for number in range(len(verdicts))]
    assert list(words_by_release(dict(zip(releases, verdicts, strict=True))).values()) == words


def test_each_product_has_a_history_of_its_own():
    """A pinned Keras follows the Keras of its day, `tf_keras` and other backends stand alone."""
    verdicts = {
        "tensorflow-2.15.1": YES,
        "tensorflow-2.16.2-keras-3.0.5": NO,
        "tensorflow-2.16.2": NO,
        "tensorflow-2.21.0-keras-3.13.2": NO,
        "tensorflow-2.21.0-tf_keras": NO,
        "tensorflow-2.21.0": YES,
        "keras-2.0.8-theano": NO,
        "keras-2.3.1-theano": YES,
        "keras-3.15.1-jax": NO,
    }
    words = words_by_release(verdicts)
    assert words["tensorflow-2.16.2-keras-3.0.5"] == "no longer"
    assert words["tensorflow-2.16.2"] == "not on this release"
    assert words["tensorflow-2.21.0-tf_keras"] == NO
    assert words["keras-2.0.8-theano"] == "not yet"
    assert words["keras-3.15.1-jax"] == NO


def test_where_only_tf_keras_differs_what_imports_keras_is_not_measured(tmp_path):
    sources = {"a": "import keras\n", "b": "import tensorflow as tf\n\nkeras = tf.keras\n"}
    files = {f"examples/ledger/{name}.py": PROGRAM + text for name, text in sources.items()}
    programs = planted(tmp_path, {"pyproject.toml": FILES["pyproject.toml"]} | files).programs
    assert [is_about({"about": "tf.keras"}, program) for program in programs] == [False, True]
    assert [is_about({}, program) for program in programs] == [True, True]


RECORDED = "[tool.check.ledger]\nrecorded = ['a/whole']\n"
NAMED = "[tool.check.ledger.names]\n'a/json.txt' = ['here', 'json']\n"
STAND_IN = {"name": "here", "python": "3", "pins": []}
WHOLE = {
    "pyproject.toml": CONFIG + RECORDED + "releases = 'releases.toml'\n" + NAMED,
    "releases.toml": "[[release]]\nname = 'here'\npython = '3'\npins = []\n",
    "docs/index.md": "",
    "examples/a/whole.py": "import os\n\nprint('one')\nprint(os.listdir(), '\u00e9')\n",
}


def measured_here(root, monkeypatch, again=False):
    """Measure a planted project in this environment, as in that of a release; what was missed."""
    project = Project.read(root)
    monkeypatch.setattr(measure, "build", lambda release, folder: Path(sys.executable))
    return Measuring(project, Console(file=io.StringIO())).all_of([STAND_IN], again)


def recorded_in(root):
    project = Project.read(root)
    return Recorded(project, Releases(project))


def test_a_program_is_recorded_whole_on_each_release_and_again_when_it_changes(
    tmp_path, monkeypatch
):
    project = planted(tmp_path, WHOLE)
    assert [failure.what for failure in recorded_in(tmp_path).failures()] == [
        "examples/a/whole.py or the pins have changed since it was recorded on here: run "
        "`make releases`",
        "its names are missing, or measured with other pins: run `make releases`",
    ]
    assert measured_here(tmp_path, monkeypatch) == {}
    (row,) = recorded_in(tmp_path).outputs
    assert (row.program, row.release) == ("a/whole", "here")
    assert row.output == "one\n[] \u00e9\n"
    assert list(recorded_in(tmp_path).failures()) == []
    assert recorded_in(tmp_path).programs_for(STAND_IN, again=False) == []
    assert len(recorded_in(tmp_path).programs_for(STAND_IN, again=True)) == 1
    assert len(recorded_in(tmp_path).programs_for(STAND_IN | {"pins": ["x"]}, again=False)) == 1
    (project.folder / "a/whole.py").write_text("print('two')\n")
    (failure,) = recorded_in(tmp_path).failures()
    assert "have changed since it was recorded on here" in failure.what
    assert measured_here(tmp_path, monkeypatch) == {}
    assert [row.output for row in recorded_in(tmp_path).outputs] == ["two\n"]


def test_the_public_names_of_a_release_are_kept(tmp_path, monkeypatch):
    project = planted(tmp_path, WHOLE)
    assert measured_here(tmp_path, monkeypatch) == {}
    first, *names = (project.folder / "a/json.txt").read_text().splitlines()
    assert first.startswith("# json on here, program ")
    assert "json.dumps" in names
    assert not any("_" in name.split(".")[1][:1] for name in names)
    (project.folder / "a/json.txt").write_text("# of another day\n")
    (failure,) = recorded_in(tmp_path).failures()
    assert failure.places == ("examples/a/json.txt:1",)


def test_what_is_recorded_of_nothing_is_named(tmp_path):
    config = WHOLE["pyproject.toml"].replace("a/whole", "a/gone")
    row = "a/whole,here,x,h,p,2026-11-27\n"
    head = "program,release,output,hash,pins,date\n"
    files = {"pyproject.toml": config, "examples/ledger/outputs.csv": head + row}
    planted(tmp_path, WHOLE | files)
    said = [failure.what for failure in recorded_in(tmp_path).failures()]
    assert "tool.check.ledger.recorded names a/gone, which does not exist" in said
    assert "a/whole is not recorded on here: remove the row" in said


FAULTY = {
    "it ends with an error": ("raise SystemExit('no')\n", "whole.py ends with 1: no"),
    "it does not end": ("import time\n\ntime.sleep(60)\n", "whole.py takes more than 1 seconds"),
}


@pytest.mark.parametrize(("text", "reason"), FAULTY.values(), ids=FAULTY)
def test_a_program_that_fails_records_nothing(tmp_path, monkeypatch, text, reason):
    monkeypatch.setattr("tools.ledger.recorded.LIMIT", 1)
    planted(tmp_path, WHOLE | {"examples/a/whole.py": text})
    assert measured_here(tmp_path, monkeypatch) == {"here": reason}
    assert recorded_in(tmp_path).outputs == []


def test_a_preview_is_not_recorded(tmp_path, monkeypatch):
    planted(tmp_path, WHOLE)
    monkeypatch.setitem(STAND_IN, "preview", True)
    assert measured_here(tmp_path, monkeypatch) == {}
    assert recorded_in(tmp_path).outputs == []
