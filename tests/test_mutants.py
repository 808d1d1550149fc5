"""A changed program or page is noticed, or it is named."""

import pytest
from conftest import CONFIG, planted, show, write_files

from tools.failure import Failure
from tools.ledger.releases import pins_of
from tools.mutants import __main__ as mutants
from tools.mutants.__main__ import find_unnoticed, main
from tools.mutants.changes import Finder, chosen
from tools.mutants.trial import SAME, limit_of
from tools.runner.store import digest

EXCHANGE = {"relu": "tanh"}
SILENT = "unused = 7\nprint(6 * 7)\n"
ENTRY = """
[[unchanged]]
program = "a/one"
old = "unused = 7"
new = "unused = 8"
reason = "{reason}"
"""


def project(root, source, output, listed="", page=""):
    files = {"examples/a/one.py": source, "examples/a/one.out": output}
    files |= {"docs/a.md": show("a", "one") + page}
    files |= {"tests/mutants.toml": f'[exchange]\nrelu = "tanh"\n{listed}'}
    return planted(root, files)


def unnoticed(project, **options):
    """Each failure of a run, as a person reads it."""
    return [str(failure) for failure in find_unnoticed(project, **options).failures]


def test_a_change_that_no_output_shows_is_named_with_file_and_line(tmp_path):
    outcome = find_unnoticed(project(tmp_path, SILENT, "42\n"))
    assert [str(each) for each in outcome.failures] == [
        "examples/a/one.py:1: unused = 7 -> unused = 8"
    ]
    assert (outcome.programs, outcome.unnoticed, outcome.listed) == (4, 1, 0)
    assert "4 changes of programs, 75.0 % noticed; 0 of the 1 others" in outcome.lines()[-2]


def test_a_change_of_what_is_printed_is_noticed(tmp_path):
    assert unnoticed(project(tmp_path, "print(6 * 7)\n", "42\n")) == []


def test_a_change_that_makes_a_program_fail_is_noticed(tmp_path):
    source = "values = [1]\nvalues[0]\nprint(len(values))\n"
    assert unnoticed(project(tmp_path, source, "1\n")) == [
        "examples/a/one.py:1: values = [1] -> values = [2]"
    ]


def test_a_picture_is_compared_as_well(tmp_path):
    source = "from pathlib import Path\n\nPath('one.svg').write_text('relu')\nprint(1)\n"
    planted = project(tmp_path, source, "1\n")
    write_files(tmp_path, {"examples/a/one.svg": "relu"})
    assert unnoticed(type(planted).read(tmp_path)) == []


def test_a_picture_that_is_not_compared_must_still_be_written(tmp_path):
    header = "# /// script\n# tool.check.compare = ['out']\n# ///\n"
    source = "from pathlib import Path\n\nPath('one.svg').write_text('relu')\nprint(1)\n"
    planted = project(tmp_path, header + source, "1\n")
    write_files(tmp_path, {"examples/a/one.svg": "another"})
    found = unnoticed(type(planted).read(tmp_path))
    assert found
    assert all(each.endswith("write_text('tanh')") for each in found)


@pytest.mark.parametrize(
    ("most", "usual", "limit"), [(60, 1, 20), (10, 1, 10), (300, 50, 200), (300, 100, 300)]
)
def test_a_program_that_takes_long_may_take_long_when_it_is_changed(most, usual, limit):
    assert limit_of(most, usual) == limit


def test_a_listed_change_passes(tmp_path):
    listed = ENTRY.format(reason="It stands for what a reader adds.")
    outcome = find_unnoticed(project(tmp_path, SILENT, "42\n", listed))
    assert (outcome.failures, outcome.unnoticed, outcome.listed) == ([], 1, 1)


def test_a_listed_change_is_tried_even_when_few_are(tmp_path):
    listed = ENTRY.format(reason="It stands for what a reader adds.")
    outcome = find_unnoticed(project(tmp_path, SILENT, "42\n", listed), most=0)
    assert (outcome.failures, outcome.programs) == ([], 1)


@pytest.mark.parametrize("source", ["unused = 7\nprint(unused)\n", "print(7)\n"])
def test_an_entry_that_nothing_answers_to_is_stale(tmp_path, source):
    listed = ENTRY.format(reason="It stands for what a reader adds.")
    (stale,) = unnoticed(project(tmp_path, source, "7\n", listed))
    assert stale.startswith("tests/mutants.toml:1: a/one: unused = 7 -> unused = 8 is listed, and")


def test_an_entry_that_depends_on_the_machine_is_never_stale(tmp_path):
    listed = ENTRY.format(reason="Only root may.") + "depends = true\n"
    assert unnoticed(project(tmp_path, "print(7)\n", "7\n", listed)) == []


def test_an_entry_of_a_program_that_is_not_changed_is_not_stale(tmp_path):
    listed = ENTRY.format(reason="It stands for what a reader adds.").replace("a/one", "a/two")
    write_files(tmp_path, {"examples/a/two.py": "print(7)\n", "examples/a/two.out": "7\n"})
    planted = project(tmp_path, "print(6 * 7)\n", "42\n", listed, page=show("a", "two"))
    assert unnoticed(planted, only="a/one") == []
    (stale,) = unnoticed(planted, only="a/two")
    assert "a/two: unused = 7 -> unused = 8 is listed" in stale


@pytest.mark.parametrize(
    ("listed", "what"),
    [("[[unchanged]\n", "cannot be read: "), ("reasons = 1\n", "unknown field `reasons`")],
    ids=["no TOML", "an unknown key"],
)
def test_a_list_that_cannot_be_read_is_named(tmp_path, listed, what):
    planted = project(tmp_path, SILENT, "42\n")
    write_files(tmp_path, {"tests/mutants.toml": listed})
    with pytest.raises(Failure, match=what) as caught:
        find_unnoticed(planted)
    assert caught.value.places == ("tests/mutants.toml:1",)


def test_an_entry_without_a_reason_is_refused(tmp_path):
    with pytest.raises(Failure, match="has no reason"):
        find_unnoticed(project(tmp_path, SILENT, "42\n", ENTRY.format(reason="")))


def test_a_program_reads_what_lies_beside_it_and_in_other_folders(tmp_path):
    source = (
        "from pathlib import Path\n\nhere = Path(__file__)\n"
        "print(here.with_name('b.csv').read_text() + (here.parents[1] / 'c/d.csv').read_text())\n"
    )
    planted = project(tmp_path, source, "bd\n")
    write_files(tmp_path, {"examples/a/b.csv": "b", "examples/c/d.csv": "d"})
    assert unnoticed(type(planted).read(tmp_path)) == []


def test_what_another_program_reads_it_may_notice(tmp_path):
    two = "import one\n\nprint(one.shared)\n"
    write_files(tmp_path, {"examples/a/two.py": two, "examples/a/two.out": "1\n3\n"})
    planted = project(tmp_path, "shared, unused = 3, 7\nprint(1)\n", "1\n", page=show("a", "two"))
    assert unnoticed(planted) == [
        "examples/a/one.py:1: shared, unused = 3, 7 -> shared, unused = 3, 8"
    ]


def test_a_program_that_is_noticed_unchanged_is_a_failure(tmp_path):
    """Here it is one that sees where it runs; the trials of such a program would say nothing."""
    source = "from pathlib import Path\n\nprint(Path(__file__).is_relative_to({!r}))\n"
    planted = project(tmp_path, source.format(str(tmp_path.resolve())), "True\n")
    assert "examples/a/one.py is noticed without a change" in unnoticed(planted)[0]


def test_a_program_that_is_noticed_unchanged_only_among_others_is_trusted(tmp_path, monkeypatch):
    """One of the others has taken what it needs: a port, or most of the memory."""
    alone = mutants.try_all

    def among_others(project, trials):
        for trial, noticed in alone(project, trials):
            yield trial, "killed" if trial.change == SAME and len(trials) > 1 else noticed

    monkeypatch.setattr(mutants, "try_all", among_others)
    assert unnoticed(project(tmp_path, "print(6 * 7)\n", "42\n")) == []


def test_a_project_with_failures_is_not_changed(tmp_path):
    outcome = find_unnoticed(project(tmp_path, "print(1)\n", "2\n"))
    assert "writes something else" in str(outcome.failures[0])
    assert outcome.programs == 0


def test_a_name_that_nothing_has_is_refused(tmp_path):
    with pytest.raises(Failure, match="names no page"):
        find_unnoticed(project(tmp_path, "print(1)\n", "1\n"), only="a/two")


def test_every_change_of_a_page_is_noticed(tmp_path):
    write_files(tmp_path, {"examples/a/two.py": "print(2)\n", "examples/a/two.out": "2\n"})
    outcome = find_unnoticed(project(tmp_path, "print(1)\n", "1\n", page=show("a", "two")))
    assert outcome.failures == []
    assert outcome.pages == 2 * 5  # fences exchanged, typed or left out, of two programs


def test_a_change_of_a_page_that_no_rule_sees_is_named(tmp_path, monkeypatch):
    from tools.pages.rules import Rules

    planted = project(tmp_path, "print(1)\n", "1\n", page="")
    write_files(tmp_path, {"examples/a/two.py": "print(2)\n", "examples/a/two.out": "2\n"})
    write_files(tmp_path, {"docs/a.md": show("a", "one", "two")})
    monkeypatch.setattr(Rules, "_judge_output", lambda rules, fence: None)
    found = unnoticed(type(planted).read(tmp_path))
    assert 'docs/a.md:5: --8<-- "a/one.out" -> --8<-- "a/two.out"' in found
    assert 'docs/a.md:5: --8<-- "a/one.out" -> 1' in found


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("f(3)", ["f(4)", "pass"]),
        ("x = 0.5", ["x = 1.0"]),
        ("x = f(0.5)", ["x = f(-0.5)", "x = f(1.0)"]),
        ("x = -y", ["x = y"]),
        ("x = (a) + b", ["x = (a) - b"]),
        ("x **= y", ["x *= y"]),
        ("x = a < 2", ["x = a < 3", "x = a <= 2", "x = a >= 2"]),
        ("x = a is not b", ["x = a is b"]),
        ("x = 'relu'", ["x = 'tanh'"]),
        ("x = f(a=b)", ["x = f()"]),
        ("x = f(a, b=c)", ["x = f(a)"]),
        ("x = f(a=b, c=d)", ["x = f(a=b)", "x = f(c=d)"]),
        ("x = f(a, strict=True)", []),
        ("x = f(a, strict=0.5)", []),
        ("x = f(a, b)", ["x = f(b, a)"]),
        ("x = f(a, a)", []),
        ("x = f(**a)", []),
        ("warnings.simplefilter('relu')", []),
        ("x = default_rng(0)", ["x = default_rng(1)"]),
        ("x = 'größer', True", ["x = 'größer', False"]),
        ("print('relu', a, f'{3}')", []),
        ("import a", []),
    ],
)
def test_one_detail_is_changed_and_all_else_stays(source, changed):
    found = Finder(source, EXCHANGE, guards={"strict", "warnings.simplefilter"}).changes()
    assert sorted(change.apply(source) for change in found) == changed


def test_arguments_whose_order_has_no_meaning_are_not_exchanged():
    source = "x = close(a, b), m.close(a, b), m.Loss()(a, b), far(a, b)"
    found = Finder(source, EXCHANGE, symmetric={"close", "Loss"}).changes()
    assert [(change.old, change.new) for change in found] == [("a, b", "b, a")]
    assert found[0].start == source.index("a, b", source.index("far"))


def test_the_list_says_which_order_of_arguments_has_no_meaning(tmp_path):
    source = "from math import isclose\n\nprint(isclose(float('6'), float('8')))\n"
    listed = '[symmetric]\nisclose = "It is a distance."\n'
    assert len(unnoticed(project(tmp_path / "one", source, "False\n"))) == 1
    assert unnoticed(project(tmp_path / "two", source, "False\n", listed)) == []


def test_the_chosen_changes_are_of_every_kind_and_spread_over_the_lines():
    source = "a = 1\nb = 2\nc = 3\nd = True\n\ne = 6\n"
    picked = chosen(Finder(source, EXCHANGE).changes(), source, 3)
    assert [(change.kind, change.line(source)) for change in picked] == [
        ("number", 1),
        ("flag", 4),
        ("number", 6),
    ]


def test_a_letter_changed_in_a_name_of_the_api_is_noticed(tmp_path):
    write_files(
        tmp_path, {"pyproject.toml": f'{CONFIG}\n[tool.check.names.roots]\njson = "json"\n'}
    )
    page = "\n`json.dumps` and `json.loads(text)`, but `json.read`{ .gone }\n"
    outcome = find_unnoticed(project(tmp_path, "print(1)\n", "1\n", page=page))
    assert outcome.failures == []
    assert outcome.pages == 3 + 2


LEDGER = """
[tool.check.ledger]
releases = "releases.toml"
lines = [1, 60]
[tool.check.ledger.sections]
"3.1" = "relationship.html"
"""
CLAIM = "# claim: Keras is part of it\n# section: 3.1\nprint('seen')\nprint('verdict: holds')\n"


def test_a_letter_changed_in_the_name_of_a_claim_is_noticed(tmp_path):
    row = f"tensorflow-2.0.4,2.3.1,tensorflow,3.7.16,holds,seen,{digest([CLAIM])[:12]}"
    write_files(
        tmp_path,
        {
            "pyproject.toml": CONFIG + LEDGER,
            "releases.toml": '[[release]]\nname = "tensorflow-2.0.4"\n',
            "docs/ledger.md": show("ledger", "part_of"),
            "examples/ledger/part_of.py": CLAIM,
            "examples/ledger/part_of.out": "seen\nverdict: holds\n",
            "examples/ledger/ledger.csv": "claim,release,keras,backend,python,verdict,evidence,"
            f"program,pins,date\npart-of,{row},{pins_of({})},2026-11-24\n",
        },
    )
    page = "\nToday: <!-- verdict: part-of -->, <!-- verdict: part-of -->.\n"
    outcome = find_unnoticed(project(tmp_path, "print(1)\n", "1\n", page=page), only="a")
    assert outcome.failures == []
    assert outcome.pages == 5 + 2


def test_a_fence_of_another_language_is_left_alone(tmp_path):
    fence = "\n```toml\nx = 1\n```\n"
    outcome = find_unnoticed(project(tmp_path, "print(1)\n", "1\n", page=fence))
    assert (outcome.failures, outcome.pages) == ([], 3)


def test_the_command_refuses_a_name_that_nothing_has(tmp_path, monkeypatch):
    project(tmp_path, SILENT, "42\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["mutants", "a/two"])
    with pytest.raises(SystemExit, match="a/two: names no page with programs"):
        main()


@pytest.mark.parametrize(("source", "code"), [(SILENT, 1), ("print(42)\n", 0)])
def test_the_command_says_by_its_exit_code_whether_all_is_noticed(
    tmp_path, monkeypatch, capsys, source, code
):
    project(tmp_path, source, "42\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["mutants", "a", "--most", "5"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == code
    assert "changes of pages, 100.0 % noticed" in capsys.readouterr().out
