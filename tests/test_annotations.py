"""Under GitHub Actions, what fails is shown at its lines, by whichever command found it."""

import subprocess
import sys

import pytest
from conftest import ROOT, show, write_files

from tools.annotations import MOST, annotate, annotations
from tools.failure import Failure

WRONG = Failure(
    ("docs/a.md:4", "examples/a/one.out:1", "examples/a/one.py:1"),
    "examples/a/one.py writes something else",
    "-50%\n+51%, or so: no",
)
OTHER = Failure(("docs/b, c.md:7",), "100%: no proof")
FILES = {
    "docs/a.md": show("a", "one"),
    "examples/a/one.py": "print(1)\n",
    "examples/a/one.out": "2\n",
}


@pytest.fixture
def on_github(monkeypatch, tmp_path):
    """The variables that a workflow's commands run with."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))


def errors(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("::")]


def test_a_failure_is_shown_at_its_first_place_and_at_its_program():
    assert [line.split(",title")[0] for line in annotations([WRONG, OTHER])] == [
        "::error file=docs/a.md,line=4",
        "::error file=docs/b%2C c.md,line=7",
        "::error file=examples/a/one.py,line=1",
    ]


def test_what_would_end_a_command_is_escaped():
    lines = list(annotations([WRONG, OTHER]))
    assert lines[0].endswith(
        ",title=examples/a/one.py writes something else::see examples/a/one.out:1%0A"
        "see examples/a/one.py:1%0A-50%25%0A+51%25, or so: no"
    )
    assert (
        lines[1] == "::error file=docs/b%2C c.md,line=7,title=100%25%3A no proof::100%25: no proof"
    )
    (line,) = annotations([Failure(("a.md:1",), "a\r\nb", "c\n::set-output name=x::y")])
    assert line == "::error file=a.md,line=1,title=a%0D%0Ab::c%0A::set-output name=x::y"


def test_outside_a_workflow_nothing_is_printed(capsys, tmp_path):
    annotate([WRONG], tmp_path, {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")})
    annotate([], tmp_path, {"GITHUB_ACTIONS": "true"})
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "summary.md").exists()


def test_the_places_of_a_project_in_a_folder_lead_there(capsys, tmp_path, on_github):
    annotate([WRONG], tmp_path / "part/site")
    assert "::error file=part/site/docs/a.md,line=4," in capsys.readouterr().out


def test_the_summary_grows_and_has_an_end(tmp_path, on_github):
    annotate([WRONG], tmp_path)
    annotate([Failure(("a.md:1",), "much", "é\n" * MOST)], tmp_path)
    text = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert text.startswith("## 1 failure\n\n    docs/a.md:4: examples/a/one.py writes")
    assert text.endswith("... and more: the log has all\n\n")
    assert len(text.encode()) < 2**20


@pytest.mark.usefixtures("on_github")
def test_the_check_annotates(tmp_path):
    write_files(tmp_path, FILES)
    command = [sys.executable, "-m", "tools.check", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True)
    assert done.returncode == 1
    assert [line.split(",title")[0] for line in errors(done.stdout)] == [
        "::error file=docs/a.md,line=4",
        "::error file=examples/a/one.py,line=1",
    ]
    assert "writes something else" in (tmp_path / "summary.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("on_github")
def test_a_configuration_that_cannot_be_read_is_annotated(tmp_path):
    write_files(tmp_path, FILES | {"pyproject.toml": "[tool.check]\npage = 1\n"})
    command = [sys.executable, "-m", "tools.check", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True)
    assert errors(done.stdout)[0].startswith("::error file=pyproject.toml,line=2,title=")


PLANTED = """
import pytest
from conftest import Failed

from tools.failure import Failure


def test_found():
    raise Failed([Failure(("docs/a.md:4", "examples/a/one.py:1"), "it differs")] * 2)


def test_other():
    assert 1 == 2


@pytest.fixture
def broken():
    raise OSError("no room")


def test_of_a_fixture(broken):
    pass


def test_quiet():
    import os

    assert not {"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"} & os.environ.keys()
"""


@pytest.mark.usefixtures("on_github")
@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "by a worker"])
def test_pytest_annotates_what_the_check_found_and_every_other_failure(tmp_path, workers):
    """And tells GitHub nothing of what tests plant: they see no workflow."""
    write_files(tmp_path, {"tests/test_planted.py": PLANTED})
    (tmp_path / "tests/conftest.py").write_text((ROOT / "tests/conftest.py").read_text())
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir", ".", *workers, "tests"]
    done = subprocess.run(command, cwd=tmp_path, text=True, capture_output=True)
    assert "1 passed" in done.stdout, done.stdout + done.stderr
    assert sorted(line.partition("::")[2] for line in errors(done.stdout)) == [
        "error file=docs/a.md,line=4,title=it differs::see examples/a/one.py:1",
        "error file=examples/a/one.py,line=1,title=it differs::see docs/a.md:4",
        "error file=tests/test_planted.py,line=13,title=test_other failed"
        "::AssertionError: assert 1 == 2",
        "error file=tests/test_planted.py,line=18,title=test_of_a_fixture failed::OSError: no room",
    ]
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").count("it differs") == 1
