"""A program whose package is missing is reported as not run, never as passed; in CI it fails."""

import pytest
from conftest import planted, show

from tools.check import check

HEADER = """# /// script
# dependencies = ["no-such-package>=2"]
# [tool.check]
# needs = ["no-such-command"]
# ///
"""
FILES = {
    "docs/a.md": show("a", "one"),
    "examples/a/one.py": f"{HEADER}print(1)\n",
    "examples/a/one.out": "1\n",
}


@pytest.mark.usefixtures("outside_ci")
def test_it_is_named_with_the_reason(tmp_path):
    report = check(planted(tmp_path, FILES))
    ((program, lacks),) = report.not_run.items()
    assert str(program) == "examples/a/one.py"
    assert lacks == ["the package no-such-package>=2", "the command no-such-command"]
    assert report.runs == {}
    assert report.failures == []


def test_in_ci_it_is_a_failure(tmp_path, monkeypatch):
    monkeypatch.setenv("CI", "true")
    (failure,) = check(planted(tmp_path, FILES)).failures
    assert failure.places == ("examples/a/one.py:1",)
    assert "was not run, and in CI it must be: it needs the package no-such-package>=2" in str(
        failure
    )


def test_a_package_for_another_system_is_not_needed(tmp_path):
    program = FILES["examples/a/one.py"].replace(">=2", "; python_version < '3'")
    files = FILES | {"examples/a/one.py": program.replace('"no-such-command"', "")}
    assert check(planted(tmp_path, files)).failures == []
