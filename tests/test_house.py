"""The house keeps its order: imports go one way, and one module alone knows MkDocs."""

import ast
from pathlib import Path

import pytest
from conftest import ROOT

TOOLS = ROOT / "tools"
MODULES = sorted(TOOLS.rglob("*.py"))
MAY_IMPORT = {  # the way of the data; what stands below may be imported from above
    "failure": set(),
    "annotations": {"failure"},
    "config": {"failure"},
    "pins": set(),
    "locked": {"annotations", "failure", "pins"},
    "runner": {"config"},
    "project": {"config", "failure", "runner"},
    "durations": {"project", "runner"},
    "report": {"failure", "project", "runner", "ledger", "statements"},
    "tree": {"failure", "project", "runner"},
    "pages": {"failure", "project", "runner"},
    "labs": {"failure", "project", "runner", "pages", "pins"},
    "ledger": {"failure", "project", "runner", "pages"},
    "statements": {"config", "failure", "project", "runner", "pages", "ledger"},
    "check": {"durations", "failure", "labs", "ledger", "pages", "project", "report", "runner"}
    | {"annotations", "statements", "tree"},
    "moved": {"failure", "pages", "report"},
    "watch": {"failure", "ledger", "moved", "project", "report", "runner", "statements"},
    "record": {"durations", "failure", "labs", "ledger", "pages", "project", "runner"}
    | {"statements"},
    "drawing": set(),
    "architecture": {"drawing"},
    "site": {"check", "config", "failure", "labs", "ledger", "locked", "project", "report"}
    | {"annotations", "pins", "runner", "statements"},
    "portable": {"annotations", "durations", "failure", "pages", "project", "runner"},
    "upgrade": {"config", "durations", "failure", "ledger", "moved", "pins", "project", "record"}
    | {"report", "runner", "watch"},
}


def station(path: Path) -> str:
    return path.relative_to(TOOLS).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return names | {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TOOLS).as_posix())
def test_imports_go_one_way(path):
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("tools.")}
    if station(path) in MAY_IMPORT:
        assert ours - {station(path)} <= MAY_IMPORT[station(path)]


def test_the_ways_have_no_circle():
    order = list(MAY_IMPORT)
    later = {"report": {"ledger", "statements"}}  # types only
    for number, name in enumerate(order):
        assert MAY_IMPORT[name] - later.get(name, set()) <= set(order[:number]), name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TOOLS).as_posix())
def test_only_the_site_knows_mkdocs(path):
    knows = any(name.split(".")[0] == "mkdocs" for name in imported(path))
    assert not knows or station(path) == "site"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(TOOLS).as_posix())
def test_a_module_says_its_idea_in_its_first_line(path):
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doc
    assert doc.splitlines()[0].endswith((".", ":", ",")) or len(doc.splitlines()) > 1


def test_what_a_program_can_see_is_the_standard_library():
    """`child`, `cells`, `sandbox` and `messages` are loaded into the process of every program."""
    import sys

    for name in ("child", "cells", "sandbox", "messages"):
        names = imported(TOOLS / f"runner/{name}.py")
        outside = {each.split(".")[0] for each in names} - sys.stdlib_module_names - {"tools"}
        assert not outside


def test_the_variables_of_a_project_are_set_in_one_place():
    """What is cleared and set stands in the settings; the check and the measuring both ask it."""
    words = ("KERAS_BACKEND", "TF_CPP", "CUDA_VISIBLE", "MPLBACKEND")
    found = [path.name for path in MODULES if any(word in path.read_text() for word in words)]
    assert found == []
