"""Opposites: with its subject broken a claim says the opposite, with nothing there it says nothing.

`opposites/` has a function for each claim that breaks what it is about on the installed release.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from tools.ledger.claims import programs_of
from tools.ledger.history import HOLDS, NOT
from tools.ledger.rows import verdict_in
from tools.project import Project
from tools.runner.runner import Job, Runner
from tools.runner.settings import needs_of

PROJECT = Project.read(ROOT)
PROGRAMS = {program.name: program for program in programs_of(PROJECT)}
FOLDER = Path(__file__).parent / "opposites"
BREAKS = {
    node.name: path.stem
    for path in sorted(FOLDER.glob("*.py"))
    for node in ast.parse(path.read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
}
BROKEN = """import runpy, sys
sys.dont_write_bytecode = True
sys.path.insert(0, {folder!r})
import {module}
{module}.{name}()
sys.path.pop(0)
runpy.run_path({program!r}, run_name="__main__")
"""


def test_each_claim_has_its_opposite():
    assert BREAKS.keys() == PROGRAMS.keys()


@pytest.fixture(scope="module")
def said(once, tmp_path_factory):
    """What each claim's program says with its subject broken, all run at once."""

    def run_all() -> dict[str, tuple[str, str]]:
        folder = tmp_path_factory.mktemp("opposites")
        jobs = {}
        for name, program in PROGRAMS.items():
            text = {"folder": str(FOLDER), "module": BREAKS[name], "program": str(program.path)}
            path = folder / f"{name}.py"
            path.write_text(BROKEN.format(name=name, **text))
            limit = program.seconds(PROJECT.config.limits.seconds)
            jobs[Job(path, (), needs_of(program.source), limit, 1.0)] = name
        found = {}
        with Runner(PROJECT.config, folder) as runner:
            for job, run in runner.run(list(jobs)):
                verdict = verdict_in(run.output)[0]
                found[jobs[job]] = (verdict, f"{run.fault}\n{run.output}\n{run.stderr}")
        return found

    return once("opposites", run_all)


@pytest.mark.slow
@pytest.mark.parametrize("name", PROGRAMS)
def test_with_its_subject_broken_a_claim_says_the_opposite(said, name):
    recorded, _ = verdict_in((PROGRAMS[name].product(".out")).read_text(encoding="utf-8"))
    verdict, seen = said[name]
    assert {recorded, verdict} == {HOLDS, NOT}, seen


@pytest.mark.parametrize("name", PROGRAMS)
def test_with_empty_modules_a_claim_says_nothing(tmp_path, name):
    for module in ("tensorflow", "keras", "tf_keras"):
        (tmp_path / f"{module}.py").touch()
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    command = [sys.executable, str(PROGRAMS[name].path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert "verdict:" not in done.stdout, done.stdout
    assert done.returncode == 1
