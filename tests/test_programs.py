"""Every program of this project, a test for each, and all that is wrong besides."""

import os

import pytest
from conftest import ROOT

from tools.check import Report
from tools.program import find_programs

PROGRAMS = find_programs(ROOT)


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_program(program, report: Report):
    lacks = report.not_run.get(program)
    failures = report.of(program)
    if lacks and not os.environ.get("CI"):
        pytest.skip(f"{program} was not run: it needs {', '.join(lacks)}")
    assert not failures, "\n\n".join(["", *map(str, failures)])


def test_pages_and_left_over_files(report: Report):
    failures = report.elsewhere()
    assert not failures, "\n\n".join(["", *map(str, failures)])


def test_there_are_programs_and_all_were_considered(report: Report):
    assert PROGRAMS
    assert {*report.runs, *report.not_run} == {*PROGRAMS}


@pytest.mark.parametrize("program", [each for each in PROGRAMS if not each.is_lab], ids=str)
def test_program_has_5_to_25_lines(program):
    lines = [line for line in program.source.splitlines() if line.strip()]
    assert 5 <= len(lines) <= 25
