"""The self-check: its answers on the releases, and the lines of scripts that it names."""

import csv
import importlib.util
import json
import os
import subprocess
import sys
import tomllib

import pytest
from conftest import ROOT

PROGRAM = ROOT / "examples/moving/index/selfcheck.py"
DATA = ROOT / "tests/selfcheck"
LINES = tomllib.loads((DATA / "lines.toml").read_text())
NAMES = ROOT / "examples/moving/names"


def load():
    spec = importlib.util.spec_from_file_location("selfcheck", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


selfcheck = load()


def lines_named(code):
    scan = selfcheck.Scan(selfcheck.ast.parse(code))
    return sorted({line for line, _ in scan.found})


@pytest.fixture(scope="module")
def ended():
    command = [sys.executable, DATA / "run_lines.py", DATA / "lines.toml"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def last_line(code):
    return len(code.rstrip().splitlines())


def kinds(*names):
    return [(kind, number) for kind in names for number in range(len(LINES[kind]))]


@pytest.mark.parametrize(("kind", "number"), kinds("breaks", "silent", "works"))
def test_a_line_does_what_the_data_says(ended, kind, number):
    line, error = ended[kind][number]
    code = LINES[kind][number]["code"]
    assert line == (last_line(code) if kind == "breaks" else 0), error


@pytest.mark.parametrize(("kind", "number"), kinds("breaks", "silent"))
def test_a_line_that_breaks_is_named(kind, number):
    code = LINES[kind][number]["code"]
    assert lines_named(code) == [last_line(code)]


@pytest.mark.parametrize(("kind", "number"), kinds("works"))
def test_a_line_that_works_is_not_named(kind, number):
    assert lines_named(LINES[kind][number]["code"]) == []
