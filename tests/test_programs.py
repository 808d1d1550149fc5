"""Every program of this project, a test for each, and all that is wrong besides."""

import os

import pytest
from conftest import ROOT, Failed, shard_of

from tools.durations import Durations
from tools.project import Project
from tools.report import Report

PROGRAMS = Project.read(ROOT).programs


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_program(program, report: Report):
    lacks = report.not_run.get(program)
    failures = report.of(program)
    if lacks and not os.environ.get("CI"):
        pytest.skip(f"{program} was not run: it needs {', '.join(lacks)}")
    if failures:
        raise Failed(failures)


def test_pages_and_left_over_files(report: Report):
    failures = report.elsewhere()
    if failures:
        raise Failed(failures)


def test_there_are_programs_and_all_were_considered(report: Report, pytestconfig):
    shard = pytestconfig.getoption("--shard")
    mine = Durations(report.project).share(*shard_of(shard)) if shard else PROGRAMS
    assert mine
    assert {*report.runs, *report.not_run} == {*mine}
