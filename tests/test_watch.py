"""The watch tells what newer packages change: each finding once, below what it follows from."""

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, planted, show, write_files

from tools.check import check
from tools.failure import Failure
from tools.ledger.environments import NotMeasured
from tools.moved import LIMIT, fitted, moved
from tools.project import Project
from tools.record import record
from tools.report import Summary
from tools.watch import __main__ as main
from tools.watch.__main__ import read_settings
from tools.watch.audit import Audit, audited
from tools.watch.trial import Environment, Trial, checked, tried
from tools.watch.written import Sources, Watched, report_of

MARK = '<!-- proof: p/one "1 trace" -->'
PAGE = f"# P\n\n{show('p', 'one', 'two')}\n"


def summary(*failures: Failure, **other) -> Summary:
    return Summary(
        **{"ran": ["p/one"], "not_run": {}, "failures": list(failures), "notes": []} | other
    )


def of(report) -> str:
    return moved(report.summary())


# What moved -------------------------------------------------------------------------------


def test_a_check_that_finds_nothing_says_so():
    assert moved(summary()) == "1 program ran: nothing moved.\n"


def recorded(folder: Path, program: str, statement: str) -> None:
    """A project with a statement that rests on this program, recorded as it is now."""
    files = {
        "pyproject.toml": "[tool.check]\nlines = [1, 25]\n[tool.check.statements]\n",
        "examples/p/one.py": f"{program}\n",
        "examples/p/two.py": "print('2')\n",
        "docs/p.md": f"{PAGE}\n{statement} {MARK}\n",
    }
    list(record(planted(folder, files)))


def test_a_statement_stands_below_the_program_whose_output_took_its_proof(tmp_path, outside_ci):
    recorded(tmp_path, "print('1 trace')", "It traces\nonce.")
    (tmp_path / "examples/p/one.py").write_text("print('2 traces')\n")
    told = of(check(Project.read(tmp_path)))
    assert told.startswith("2 programs ran: 1 program writes something else, 1 statement lost its")
    assert "### Programs that write something else (1)\n" in told
    line = "- `examples/p/one.py`, shown at `docs/p.md:6`: writes something else"
    assert line in told
    below = told.partition(line)[2].splitlines()[1]
    what = "lost its proof: p/one says nothing like '1 trace'"
    assert below == f"    - `docs/p.md:18` {what}: “It traces once.”"
    assert "    -1 trace\n    +2 traces\n" in told
    assert told.count("traces once") == 1  # the pair that is not found any more says nothing new
    assert "Other" not in told


def test_evidence_that_reads_otherwise_is_to_be_read_again(tmp_path, outside_ci):
    recorded(tmp_path, "print('1 trace of 1')", "It traces once.")
    (tmp_path / "examples/p/one.py").write_text("print('1 trace of 2')\n")
    told = of(check(Project.read(tmp_path)))
    assert "1 statement rests on other words" in told
    assert "\n    - `docs/p.md:18` rests on other words now, read it again: “It traces" in told
    assert told.count("traces once") == 1


def test_programs_that_end_with_the_same_words_are_one_finding(tmp_path, outside_ci):
    files = {
        "examples/p/one.py": "import absent\n",
        "examples/p/two.py": "\nimport absent\n",
        "docs/p.md": PAGE,
    }
    told = of(check(planted(tmp_path, files)))
    assert "2 programs broke" in told
    assert told.count("ModuleNotFoundError: No module named 'absent'") == 1
    assert "- `examples/p/one.py`, shown at `docs/p.md:3`: raised ModuleNotFoundError" in told
    assert "    - the same in `examples/p/two.py`, shown at `docs/p.md:10`" in told


def test_what_says_only_another_version_is_told_apart():
    def output(name: str, now: str) -> Failure:
        places = ("docs/p.md:1", f"examples/p/{name}.out:1", f"examples/p/{name}.py:1")
        return Failure(places, "writes", f"--- a\n+++ b\n@@ -1 +1 @@\n-keras 3.1\n{now}", "output")

    quotes = Failure(
        ("docs/p.md:5", "examples/p/a.py:1"),
        "a statement has lost its proof",
        "Is 3.1.",
        "statement",
    )
    found = summary(output("a", "+keras 3.2"), output("b", "+keras 3.2, new"), quotes)
    told = moved(found, versions={"keras": ("3.1", "3.2")})
    assert "1 program writes something else, 1 program says only another version, 1" in told
    assert "lost its proof," not in told.partition("###")[0]
    line = "### Programs that say only another version (1)\n\n- `examples/p/a.py`"
    below = told.partition(line)[2]
    assert below.splitlines()[1] == "    - `docs/p.md:5` lost its proof: “Is 3.1.”"
    assert "```" not in below
    assert "2 programs write something else, 1 statement lost its proof" in moved(found)
    trial = Trial(("keras",), {"keras": ("3.1", "3.2")}, {"keras": "3.1"}, found)
    assert not trial.is_green
    old = Failure(("statements.csv:3",), "the pair of line 3 is on no page", "Is 3.1.", "old pair")
    assert replace(trial, summary=summary(output("a", "+keras 3.2"), quotes, old)).is_green


def test_of_a_difference_that_is_cut_nobody_knows_whether_it_is_only_the_version():
    hunks = "".join(f"@@ -{n} +{n} @@\n-{n} keras 3.1\n+{n} keras 3.2\n" for n in range(20))
    places = ("docs/p.md:1", "examples/p/a.out:1", "examples/p/a.py:1")
    for lines, only in ((38, True), (40, False)):
        cut = "\n".join(f"--- a\n+++ b\n{hunks}".splitlines()[:lines])
        found = summary(Failure(places, "writes", cut, "output"))
        told = moved(found, versions={"keras": ("3.1", "3.2")})
        assert ("only another version" in told) is only


def test_programs_that_took_too_long_stand_apart():
    late = [
        Failure((f"examples/p/{n}.py:1",), f"examples/p/{n}.py ran longer than 60 s", n, "late")
        for n in ("a", "b")
    ]
    told = moved(summary(*late))
    assert "ran: 2 programs ran too long.\n" in told
    assert "\n- `examples/p/b.py`: ran longer than 60 s\n" in told


def test_a_claim_that_moved_says_from_what_to_what():
    table = (
        "| claim | release | before | now | evidence |\n| --- |\n| a | tf-2 | holds | never | b |"
    )
    places = ("examples/ledger/ledger.csv:9", "examples/ledger/a.py:1")
    output = ("docs/ledger.md:9", "examples/ledger/a.out:1", "examples/ledger/a.py:3")
    lost = ("docs/p.md:3", "examples/ledger/a.py:1")
    told = moved(
        summary(
            Failure(places, "the claim a moved", table, "claim"),
            Failure(output, "writes something else", "--- a\n+++ b\n-x\n+y", "output"),
            Failure(lost, "a statement has lost its proof: it", "It is so.", "statement"),
        )
    )
    assert "ran: 1 claim moved, 1 statement lost its proof.\n" in told
    assert "- `a`: **holds → never** (`examples/ledger/a.py`)\n" in told
    assert "    - `docs/p.md:3` lost its proof: it: “It is so.”\n" in told
    assert "    -x\n    +y\n" in told
    assert "something else" not in told


def test_names_quotations_and_all_else_have_their_sections():
    told = moved(
        summary(
            Failure(("docs/p.md:3",), "is gone", "keras.ops.x", "name gone"),
            Failure(("docs/q.md:4",), "is gone", "keras.ops.x", "name gone"),
            Failure(("docs/p.md:5",), "is back", "keras.y", "name back"),
            Failure(("sources.toml:1", "docs/p.md:8"), "the source z has", "So.", "quotation"),
            Failure(("docs/p.md:6",), "a rule", "text"),
            Failure(("statements.csv:3",), "the pair of line 3 is on no page", "Old.", "old pair"),
            Failure(("docs/p.md:7",), "a statement has lost its proof: p/x", "S.", "statement"),
            not_run={"p/torch": ["the package torch"]},
        )
    )
    assert "- `keras.ops.x`: `docs/p.md:3`, `docs/q.md:4`\n" in told
    assert "- `keras.y`: `docs/p.md:5`\n" in told
    quoted = "- `sources.toml:1`: the source z has\n    - `docs/p.md:8` rests on it: “So.”\n"
    assert quoted in told
    assert "### Other failures (2)\n" in told
    assert "- `statements.csv:3`: the pair of line 3 is on no page" in told
    assert "### Statements that lost their proof, with no program to blame (1)\n" in told
    assert "- `p/torch` needs the package torch\n" in told
    assert "1 program was not run" in told


def test_a_fence_is_longer_than_what_it_holds_and_a_long_text_is_cut_in_the_middle():
    text = "\n".join(["````", *map(str, range(100)), "ValueError: x"])
    told = moved(summary(Failure(("docs/p.md:1", "examples/p/a.py:1"), "broke", text, "broke")))
    assert "    `````text\n" in told
    assert "... 62 lines are left out ..." in told
    assert "ValueError: x\n    `````\n" in told


def many(number: int) -> Summary:
    return summary(
        *(
            Failure(
                (f"docs/p.md:{n}", f"examples/p/a{n:04}.py:1"),
                f"examples/p/a{n:04}.py writes something else",
                f"--- a\n+++ b\n-{n}\n+{n + 1}\n" + "+x\n" * 30,
                "output",
            )
            for n in range(number)
        )
    )


def test_a_long_report_says_how_much_is_left_out_and_fits_an_issue():
    told = fitted(lambda most: moved(many(2000), 3, most))
    assert len(told) <= LIMIT < 65_536
    assert "writes something else (2000)" in told.replace("write ", "writes ")
    listed = told.count("- `examples/p/a")
    assert f"- and {2000 - listed} more, left out here\n" in told
    assert 100 < listed < 2000
    assert fitted(lambda most: "x" * 99, 60).endswith("(cut here: 39 characters are left out)\n")


def test_of_many_statements_below_one_program_the_last_are_counted():
    output = Failure(("docs/p.md:1", "examples/p/a.py:1"), "writes", "--- a", "output")
    lost = [
        Failure((f"docs/p.md:{n}", "examples/p/a.py:1"), "a statement", f"S{n}.", "statement")
        for n in range(1, 8)
    ]
    told = moved(summary(output, *lost), most=1)
    assert "“S4.”\n    - and 3 more, left out here\n" in told
    assert "S5" not in told


# The report -------------------------------------------------------------------------------

GREEN = Trial(("keras",), {"keras": ("3.1", "3.2rc1")}, {"keras": "3.1"}, summary())
BROKEN = Failure(("docs/p.md:1", "examples/p/a.py:1"), "examples/p/a.py broke", "E: x", "broke")
SOUND = Audit(3)


def test_a_watch_that_is_green_says_what_was_tried_and_not_what_to_do():
    same = Trial(("jax",), {}, {"jax": "0.9"})
    watched = Watched([GREEN, same], Sources(2, []), SOUND)
    assert watched.is_green
    told = report_of(watched)
    assert "| `keras` | keras 3.1 | 3.2rc1 | 1 program ran: nothing moved |\n" in told
    assert "| `jax` | jax 0.9 |  | nothing newer |\n" in told
    assert "| sources on the network | | | 2 looked up, 0 not as quoted |\n" in told
    assert "| audit of the lock | | | 3 packages, 0 known vulnerabilities |\n" in told
    assert "What to do" not in told
    assert report_of(watched) == told


NOT_GREEN = {
    "a package that cannot be had": Watched([Trial(("jax",), why_not="no | network")]),
    "a program that broke": Watched(
        [Trial(("keras",), {"keras": ("3.1", "3.2")}, {"keras": "3.1"}, summary(BROKEN))]
    ),
    "a source that says something else": Watched(
        [], Sources(2, [Failure(("sources.toml:3",), "the source x does not say")])
    ),
    "sources that could not be looked up": Watched([], Sources(2, [], "none could be had")),
    "a vulnerability": Watched([], None, Audit(1, ["`a 1`: CVE-1, fixed in 2"])),
    "an audit that was not made": Watched([], None, Audit(why_not="OSError: no network")),
    "a package that was not audited": Watched([], None, Audit(2, [], {"b": "not found"})),
    "an audit of nothing": Watched([], None, Audit()),
}


@pytest.mark.parametrize("watched", NOT_GREEN.values(), ids=NOT_GREEN)
def test_what_is_wrong_or_not_known_is_not_green_and_says_what_to_do(watched):
    assert not watched.is_green
    assert "## What to do next" in report_of(watched)


def test_the_report_names_what_was_not_tried():
    assert "| `jax` |  |  | **not tried**: no \\| network |" in report_of(
        NOT_GREEN["a package that cannot be had"]
    )
    told = report_of(NOT_GREEN["a package that was not audited"])
    assert "1 packages, 0 known vulnerabilities; **not tried**: 1 |" in told
    assert "- `b`: not found\n" in told
    assert "a final release" in report_of(NOT_GREEN["a program that broke"])


def test_what_two_trials_have_in_common_is_told_once():
    both = {"keras": ("3.1", "3.3.dev1"), "numpy": ("2.1", "2.2")}
    other = Failure(("docs/q.md:1", "examples/q/a.py:1"), "examples/q/a.py broke", "E: y", "broke")
    first = Trial(("keras",), {"keras": ("3.1", "3.2rc1")}, {"keras": "3.1"}, summary(BROKEN))
    second = Trial(("keras-nightly",), both, {"keras": "3.1"}, summary(BROKEN, other))
    told = report_of(Watched([first, second]))
    assert told.count("E: x") == told.count("E: y") == 1
    assert "## keras 3.3.dev1\n\nWith it came `numpy` 2.1 → 2.2.\n" in told
    assert "The same as with keras, and told there: 1 finding." in told
    assert "2 programs broke" in told.partition("##")[0]  # the table counts all


def test_what_the_locked_packages_fail_at_is_left_out():
    trial = Trial(("keras",), {"keras": ("3.1", "3.2")}, {"keras": "3.1"}, summary(BROKEN))
    assert trial.without(summary()) == trial
    assert trial.without(summary(BROKEN)).is_green
    told = report_of(Watched([trial.without(summary(BROKEN))]))
    assert "Left out: 1 failure of the locked packages themselves." in told
    assert Trial(("jax",)).without(summary(BROKEN)) == Trial(("jax",))


def test_of_many_vulnerabilities_the_last_are_counted():
    found = [f"`a{n} 1`: CVE-{n}, no fix {'x' * 500}" for n in range(200)]
    told = report_of(Watched([], None, Audit(200, found)))
    assert len(told) < 65_536
    listed = told.count("- `a")
    assert f"- and {200 - listed} more, left out here\n" in told


def test_a_check_that_ends_without_a_summary_is_not_green(tmp_path):
    project = planted(tmp_path / "project", {"docs/p.md": "# P\n"})
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho no room\nexit 3\n")
    python.chmod(0o755)
    with pytest.raises(NotMeasured, match="the check itself ends with 3: no room"):
        checked(project, python, copied=True)


# The audit --------------------------------------------------------------------------------


def answer(*packages: dict) -> str:
    return json.dumps({"dependencies": list(packages), "fixes": []})


def test_the_audit_names_each_vulnerability_and_its_cure(tmp_path):
    known = {"id": "PYSEC-1", "aliases": ["CVE-2"], "fix_versions": ["1.1"], "description": "..."}
    loose = {"id": "PYSEC-3", "aliases": [], "fix_versions": [], "description": "..."}
    package = {"name": "a", "version": "1.0", "vulns": [known, loose]}
    sound = {"name": "b", "version": "2", "vulns": []}
    audit = audited([tmp_path], lambda locks: answer(package, sound))
    assert audit == Audit(
        2, ["`a 1.0`: PYSEC-1, CVE-2, fixed in 1.1", "`a 1.0`: PYSEC-3, no fix"], {}
    )


def test_an_audit_that_could_ask_nobody_is_not_green(tmp_path):
    skipped = answer({"name": "a", "skip_reason": "not found"})
    audit = audited([tmp_path], lambda locks: skipped)
    assert (audit.unknown, audit.is_green) == ({"a": "not found"}, False)
    assert "ValueError" in audited([tmp_path], lambda locks: "no JSON").why_not.replace(
        "JSONDecode", "Value"
    )
    assert "KeyError" in audited([tmp_path], lambda locks: "{}").why_not
    assert audited([tmp_path / "absent.lock"]).why_not.startswith("OSError: ")


# The settings -----------------------------------------------------------------------------


def test_this_site_watches_packages_of_its_lock():
    settings = read_settings(ROOT)
    lock = (ROOT / "requirements.lock").read_text()
    names = {name for group in settings.together for name in group}
    assert {"tensorflow", "keras", "jax", "openvino", "tf-nightly", "keras-nightly"} <= names
    for name in names:
        assert f"\n{settings.instead.get(name, name)}==" in lock


def test_a_setting_that_is_none_is_refused_at_its_table(tmp_path):
    write_files(tmp_path, {"pyproject.toml": "[tool.check]\n[tool.watch]\nalso = 1\n"})
    with pytest.raises(Failure, match=r"pyproject\.toml:2: tool\.watch: .*`also`"):
        read_settings(tmp_path)


# The command ------------------------------------------------------------------------------


@pytest.fixture
def command(tmp_path, monkeypatch):
    """`python -m tools.watch` in a planted project; what it asks elsewhere is stood in for."""
    files = {
        "pyproject.toml": "[tool.check.statements]\n"
        '[tool.watch]\ntogether = [["keras"], ["jax"]]\n',
        "docs/p.md": "# P\n",
        "sources.toml": "".join(
            f"[{key}]\ntitle = 'T'\naddress = 'https://{key}.example'\nread = 2026-11-24\n"
            for key in ("one", "two")
        ),
    }
    write_files(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "audited", lambda locks: SOUND)
    monkeypatch.setattr(main.links, "looked_up", lambda sources: iter(()))

    def run(*asked: str, trial=lambda group: Trial(tuple(group)), own=lambda: summary()):
        """The exit code, and the report."""
        monkeypatch.setattr(main, "tried", lambda project, group, instead: trial(group))
        monkeypatch.setattr(main, "checked", lambda project, python: own())
        monkeypatch.setattr(sys, "argv", ["watch", *asked])
        with pytest.raises(SystemExit) as ended:
            main.main()
        return ended.value.code, (tmp_path / ".check/watch/report.md").read_text()

    return run


def broken(group) -> Trial:
    return Trial(tuple(group), {"keras": ("3.1", "3.2")}, {"keras": "3.1"}, summary(BROKEN))


def test_all_groups_the_sources_and_the_lock_are_watched(command):
    code, told = command()
    assert code == 0
    assert [line.split(" | ")[0] for line in told.splitlines()[2:6]] == [
        "| `keras`",
        "| `jax`",
        "| sources on the network",
        "| audit of the lock",
    ]


def test_named_packages_are_tried_together_and_nothing_else_is_watched(command):
    code, told = command("tf-nightly", "keras-nightly")
    assert code == 0
    assert told.splitlines()[2] == "| `tf-nightly` `keras-nightly` |  |  | nothing newer |"
    assert "sources" not in told
    assert "audit" not in told


def test_what_this_environment_fails_at_is_not_blamed_on_a_release(command):
    assert command("keras", trial=broken)[0] == 1
    code, told = command("keras", trial=broken, own=lambda: summary(BROKEN))
    assert code == 0
    assert "Left out" in told

    def fails():
        raise NotMeasured("the check itself ends with 1")

    assert command("keras", trial=broken, own=fails)[0] == 1


def test_a_network_that_is_down_is_not_the_fault_of_each_source(command, monkeypatch):
    lost = [Failure((f"sources.toml:{n}",), f"the source {n} is not to be had") for n in (1, 5)]
    monkeypatch.setattr(main.links, "looked_up", lambda sources: iter(lost))
    code, told = command()
    assert code == 1
    assert "**not tried**: none of 2 could be had: the source 1 is not to be had" in told
    monkeypatch.setattr(main.links, "looked_up", lambda sources: iter(lost[:1]))
    code, told = command()
    assert code == 1
    assert "- `sources.toml:1`: the source 1 is not to be had\n" in told


def test_a_project_that_cannot_be_read_is_told_in_a_line(command, tmp_path):
    command()
    (tmp_path / "pyproject.toml").write_text("[tool.watch]\ntogether = 1\n")
    assert "pyproject.toml:1: tool.watch: Expected `array`" in command()[0]


# From end to end --------------------------------------------------------------------------


def wheel(folder, name: str, version: str, files: dict[str, str], needs: str = "") -> str:
    """A wheel, made here; its line for a lock."""
    needs = f"Requires-Dist: {needs}\n" if needs else ""
    info = f"{name}-{version}.dist-info"
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
        f"{info}/RECORD": "".join(f"{file},,\n" for file in [*files, f"{info}/RECORD"]),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in (files | about).items():
            archive.writestr(zipfile.ZipInfo(file), text)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{name}=={version} --hash=sha256:{digest}\n"


@pytest.fixture
def with_a_stand_in(tmp_path):
    """A project about a package of which version 2 is to be had as a candidate and as a nightly;
    and a call of its watch, which reaches no network."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    one = {"standin/__init__.py": "traces = 1\nold = 'yes'\n"}
    two = {"standin/__init__.py": "traces = 2\n"}
    beside = {"checking.pth": sysconfig.get_paths()["purelib"]}  # what checks, without installing
    lock = wheel(wheels, "standin", "1.0", one)
    lock += wheel(wheels, "checking", "1.0", beside, "other<2")
    lock += wheel(wheels, "other", "1.0", {})
    wheel(wheels, "other", "2.0rc1", {}, "standin-nightly")
    wheel(wheels, "standin_nightly", "2.1.dev3", two)
    files = {
        "pyproject.toml": "[tool.check]\nlines = [1, 25]\n[tool.check.statements]\n"
        '[tool.check.names.roots]\nstandin = "standin"\n'
        '[tool.watch.instead]\nstandin-nightly = "standin"\n'
        '[tool.uv]\nconstraint-dependencies = ["nothing<1"]\n',  # uv would take it
        "requirements.lock": lock,
        "docs/p.md": f"{PAGE}\nIt traces once. {MARK}\n\nThere is `standin.old`.\n",
        "examples/p/one.py": "import standin\nprint(standin.traces, 'trace')\n",
        "examples/p/one.out": "1 trace\n",
        "examples/p/two.py": "from importlib.metadata import version\nimport standin\n"
        "version('standin')\nprint(standin.old)\n",
        "examples/p/two.out": "yes\n",
        "statements.csv": "page,statement,mark,evidence\n"
        'p.md,It traces once.,"proof: p/one ""1 trace""",1 trace\n',
    }
    project = write_files(tmp_path / "project", files)

    def watch(*asked: str):
        """The exit code, and the report."""
        command = [sys.executable, "-m", "tools.watch", *asked]
        variables = os.environ | watch.offline | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=project, env=variables, timeout=600)
        return done.returncode, (project / ".check/watch/report.md").read_text()

    watch.offline = {"UV_OFFLINE": "1", "UV_FIND_LINKS": str(wheels)}
    watch.offline |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    watch.project = project
    watch.newer = lambda: wheel(wheels, "standin", "2.0rc1", two)
    return watch


MOVED = """\
2 programs ran: 1 program broke, 1 program writes something else, 1 statement lost its proof, \
1 name is gone.

### Programs that broke (1)

- `examples/p/two.py`, shown at `docs/p.md:10`: raised AttributeError
"""


@pytest.mark.slow
def test_a_candidate_is_tried_in_an_environment_of_its_own(with_a_stand_in):
    watch = with_a_stand_in
    code, told = watch("standin")
    assert code == 0
    assert "| `standin` | standin 1.0 |  | nothing newer |\n" in told
    watch.newer()
    code, told = watch("standin")
    assert code == 1
    assert "| `standin` | standin 1.0 | 2.0rc1 | 2 programs ran: 1 program broke, " in told
    assert f"## standin 2.0rc1\n\n{MOVED}" in told
    assert "    - `docs/p.md:18` lost its proof: p/one says nothing like '1 trace': “It" in told
    assert "- `standin.old`: `docs/p.md:20`\n" in told
    assert watch("standin") == (1, told)


@pytest.mark.slow
def test_a_nightly_takes_the_place_and_the_name_of_its_package(with_a_stand_in):
    code, told = with_a_stand_in("standin-nightly")
    assert code == 1
    assert "| `standin-nightly` | standin 1.0 | 2.1.dev3 | 2 programs ran" in told
    assert f"## standin 2.1.dev3\n\n{MOVED}" in told  # and not: no package standin


@pytest.mark.slow
@pytest.mark.parametrize("uv", [True, False])
def test_a_nightly_that_comes_unasked_does_not_stay(with_a_stand_in, tmp_path, monkeypatch, uv):
    """As a candidate of TensorFlow asks for a nightly of Keras, which is no finding about it."""
    for name, value in with_a_stand_in.offline.items():
        monkeypatch.setenv(name, value)
    if not uv:
        monkeypatch.setattr("tools.watch.trial.find_uv", lambda: None)
    lock = with_a_stand_in.project / "requirements.lock"
    environment = Environment.of_lock(lock, tmp_path / "environment")
    assert environment.misfits() == set()
    environment.install_newer(["other"], {"standin-nightly": "standin"})
    versions = environment.versions()
    assert (versions["other"], versions["standin"]) == ("2.0rc1", "1.0")
    assert "standin-nightly" not in versions
    (module,) = (tmp_path / "environment").glob("lib/*/site-packages/standin/__init__.py")
    assert "traces = 1" in module.read_text()
    asks = "`checking 1.0` asks for `other<2`, and `2.0rc1` is there"
    assert environment.misfits() == {asks}
    told = report_of(Watched([replace(broken(["other"]), misfits=(asks,))]))
    assert f"- {asks}: what follows may be due to that.\n" in told


@pytest.mark.slow
def test_a_package_that_cannot_be_had_is_named_and_not_green(with_a_stand_in):
    code, told = with_a_stand_in("standin==9")
    assert code == 1
    assert "| `standin==9` |  |  | **not tried**: the environment cannot be built: " in told
    for asked, why in {
        "absent": "absent is not in requirements.lock, and stands for nothing that is",
        "no package": "'no package' names no package",
    }.items():
        code, told = with_a_stand_in(asked)
        assert (code, why in told) == (1, True)


@pytest.mark.slow
def test_pip_tries_the_same_where_there_is_no_uv(with_a_stand_in, monkeypatch):
    watch = with_a_stand_in
    watch.newer()
    monkeypatch.setattr("tools.watch.trial.find_uv", lambda: None)
    for name, value in watch.offline.items():
        monkeypatch.setenv(name, value)
    trial = tried(Project.read(watch.project), ["standin"], {})
    assert trial.why_not == ""
    assert trial.versions["standin"] == ("1.0", "2.0rc1")
    assert trial.summary
    assert {one.kind for one in trial.summary.failures} == {"broke", "output", "statement"} | {
        "name gone",
        "old pair",
    }


# The workflow -----------------------------------------------------------------------------

GH = """\
#!/usr/bin/env bash
# Stands in for gh: writes down what it is asked for, and has one issue, if there is one.
echo "$*" >> calls
case "$1 $2" in
  "issue list") if [ -e issue ]; then echo 7; fi ;;
  "issue view") cat issue ;;
esac
"""


@pytest.fixture
def tell(tmp_path):
    """The step of the workflow that tells, with a `gh` that writes down what it is asked for."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/watch.yml").read_text())
    (step,) = [one for one in workflow["jobs"]["tell"]["steps"] if one.get("name") == "Tell"]
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH)
    (tmp_path / "bin/gh").chmod(0o755)
    (tmp_path / "watch").mkdir()

    def tell(status: str, report: str, issue: str | None = None) -> list[str]:
        for name, text in {"watch/report.md": report, "issue": issue}.items():
            if text is not None:
                (tmp_path / name).write_text(text)
        variables = {"PATH": f"{tmp_path}/bin:{os.environ['PATH']}", "STATUS": status, "RUN": "run"}
        command = ["bash", "-e", "-c", step["run"]]
        subprocess.run(command, cwd=tmp_path, env=variables, check=True)
        calls = (tmp_path / "calls").read_text().splitlines()
        return [call for call in calls if not call.startswith("issue list")]

    tell.said = lambda: (tmp_path / "watch/report.md").read_text()
    return tell


def test_the_first_finding_opens_an_issue(tell):
    label, issue = tell("1", "found\n<!-- a -->\n")
    assert label.startswith("label create watch --force")
    assert issue.startswith("issue create --label watch --title What the next releases change")
    assert issue.endswith("--body-file watch/report.md")


def test_an_unchanged_report_does_not_touch_the_issue(tell):
    calls = tell("1", "found\n<!-- a -->\n", "found\r\n<!-- a -->\r\n")
    assert calls == ["issue view 7 --json body --jq .body"]


def test_another_day_rewrites_the_issue_and_other_findings_are_sent_by_mail(tell):
    calls = tell("1", "day 2\n<!-- a -->\n", "day 1\n<!-- a -->\n")
    assert calls[1:] == ["issue edit 7 --body-file watch/report.md"]
    calls = tell("1", "day 3\n<!-- b -->\n", "day 2\n<!-- a -->\n")
    assert calls[-1].startswith("issue comment 7 --body The findings have changed")


def test_all_green_closes_the_issue_and_needs_none(tell):
    assert tell("0", "green\n") == []
    assert [call[:13] for call in tell("0", "green\n", "red\n")] == ["issue close 7"]


@pytest.mark.parametrize("status", ["0", "1", ""])
def test_a_watch_without_a_report_is_not_green(tell, status):
    calls = tell(status, "")
    assert calls[-1].startswith("issue create")
    assert tell.said().startswith("The watch ended without a report, so nothing is known.")


def test_what_runs_foreign_packages_may_write_nothing():
    workflow = yaml.safe_load((ROOT / ".github/workflows/watch.yml").read_text())
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"]
    assert jobs["measure"]["permissions"] == {"contents": "read"}
    assert jobs["tell"]["permissions"] == {"issues": "write"}
    assert "token" not in str(jobs["measure"])
    assert all("checkout" not in step.get("uses", "") for step in jobs["tell"]["steps"])
