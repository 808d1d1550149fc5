"""A run is reused only while nothing that could change it has changed."""

import json

import pytest
from conftest import show, write_files

from tools import store as store_module
from tools.check import check
from tools.program import Program
from tools.run import Run
from tools.store import Store, key_of

FILES = {
    "examples/a/one.py": "print(open(other).read())\n",
    "examples/a/one.out": "1\n",
    "examples/a/two.py": "print(2)\n",
    "examples/a/data.csv": "1,2\n",
    "examples/a/helper_of_one.py": "print(3)\n",
}


@pytest.fixture
def key(tmp_path):
    """A function that gives the key of the program `a/one` as its files are now."""
    write_files(tmp_path, FILES)
    return lambda: key_of(Program(tmp_path, "a", "one"))


def test_the_key_stays_while_nothing_changes(key):
    assert key() == key()


@pytest.mark.parametrize("name", ["one.py", "data.csv", "more/data.bin"])
def test_the_key_changes_with_the_program_and_the_data_beside_it(key, tmp_path, name):
    before = key()
    write_files(tmp_path, {f"examples/a/{name}": "changed\n"})
    assert key() != before


def test_the_key_changes_with_a_program_that_it_names(key, tmp_path):
    write_files(tmp_path, {"examples/a/one.py": "import subprocess  # starts helper_of_one.py\n"})
    before = key()
    write_files(tmp_path, {"examples/a/helper_of_one.py": "print(4)\n"})
    assert key() != before


@pytest.mark.parametrize("name", ["two.py", "one.out"])
def test_the_key_stays_when_another_program_or_the_output_changes(key, tmp_path, name):
    before = key()
    write_files(tmp_path, {f"examples/a/{name}": "changed\n"})
    assert key() == before


def test_the_key_changes_with_the_installation(key, monkeypatch):
    before = key()
    monkeypatch.setattr(store_module, "_installation", lambda: "another TensorFlow")
    assert key() != before


def test_the_installation_names_packages_interpreter_and_engine():
    text = store_module._installation()
    assert '"tensorflow-' in text
    assert '"keras-' in text
    assert len(json.loads(text)) == 4


def test_a_run_is_given_back_under_its_key_only(tmp_path):
    run = Run(products={".out": "1\n"}, written_by=[1], at="2026-11-24")
    store = Store(tmp_path)
    store.put("a/one", "key", run)
    assert store.get("a/one", "key") == run
    assert store.get("a/one", "other") is None


@pytest.mark.parametrize("text", ["", "{", '{"key": "key", "run": {"unknown": 1}}', "[]"])
def test_a_damaged_store_is_as_good_as_empty(tmp_path, text):
    write_files(tmp_path, {".cache/runs/a/one.json": text})
    assert Store(tmp_path).get("a/one", "key") is None


def test_a_program_is_run_once_and_one_that_failed_again(tmp_path):
    write_files(
        tmp_path,
        {
            "docs/a.md": show("a", "sound", "broken"),
            "examples/a/sound.py": "print(1)  # os.environ: fresh\nimport os; os.environ\n",
            "examples/a/sound.out": "1\n",
            "examples/a/broken.py": "import os; os.environ[1]\n",
            "examples/a/broken.out": "1\n",
        },
    )
    told: list[str] = []
    for _ in range(2):
        report = check(tmp_path, told=told.append)
        assert len(report.failures) == 1
    assert [line.split()[0] for line in told].count("examples/a/sound.py") == 1
    assert [line.split()[0] for line in told].count("examples/a/broken.py") == 2
