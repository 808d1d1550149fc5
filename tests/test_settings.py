"""What a program needs of the process that it is forked from is told by its syntax tree."""

import pytest
from conftest import planted

from tools.runner.runner import FRESH, Kind, Runner
from tools.runner.settings import Needs, environment, needs_of

SET = 'os.environ["KERAS_BACKEND"] = "jax"\n'
JAX = (("KERAS_BACKEND", "jax"),)
SOURCES = {
    "nothing is set": ("import keras\nprint(1)\n", Needs((), frozenset({"keras"}))),
    "a constant is set first": (
        f"import os\n{SET}import keras\n",
        Needs(JAX, frozenset({"os", "keras"})),
    ),
    "after a docstring and a comment": (
        f'"""Doc."""\n\n# why\nimport os\n\n{SET}import keras\n',
        Needs(JAX, frozenset({"os", "keras"})),
    ),
    "two constants": (
        f'import os\n{SET}os.environ["A"] = "1"\nimport keras\n',
        Needs((("A", "1"), *JAX), frozenset({"os", "keras"})),
    ),
    "after an import": (f"import os\nimport keras\n{SET}", "fresh"),
    "to what is computed": ('import os\nos.environ["A"] = str(1)\nimport keras\n', "fresh"),
    "and read later": (f"import os\n{SET}import keras\nprint(os.environ)\n", "fresh"),
    "read only": ('import os\nprint(os.getenv("A"))\n', "fresh"),
    "under another name": ("from os import environ\nenviron['A'] = '1'\n", "fresh"),
    "in a function": ("import os\n\n\ndef f():\n    os.putenv('A', '1')\n", "fresh"),
    "nothing else is done": (f"import os\n{SET}", Needs(JAX, frozenset({"os"}))),
    "no Python": ("print(\n", Needs()),
}


@pytest.mark.parametrize(("source", "needs"), SOURCES.values(), ids=SOURCES)
def test_what_a_program_sets_first_can_be_set_for_it_and_all_else_needs_an_interpreter(
    source, needs
):
    found = needs_of(source)
    assert found.fresh if needs == "fresh" else found == needs


def test_the_modules_of_an_import_are_named_with_their_members():
    found = needs_of("from tensorflow import keras\nimport jax.numpy as jnp\nfrom . import x\n")
    assert found.modules == {"tensorflow", "tensorflow.keras", "jax.numpy"}


@pytest.fixture
def runner(tmp_path):
    project = planted(tmp_path, {"examples/a/one.py": "print(1)\n"})
    with Runner(project.config, project.folder) as made:
        yield made


def test_programs_with_the_same_constants_share_a_parent(runner):
    of_jax = needs_of(f"import os\n{SET}import keras\n")
    assert runner._kind_of(of_jax) == Kind(JAX, warm=True)
    assert runner._kind_of(needs_of("import keras\n")) == Kind(warm=True)
    assert runner._kind_of(needs_of("print(1)\n")) == Kind(warm=False)
    assert runner._kind_of(needs_of("import os\nprint(os.environ)\n")) == FRESH


def test_a_constant_that_is_set_anyway_makes_no_difference(runner):
    source = 'import os\nos.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"\nimport keras\n'
    assert runner._kind_of(needs_of(source)) == Kind(warm=True)


def test_a_warm_parent_is_started_ahead_once_and_only_where_programs_need_one(runner, monkeypatch):
    started = []
    monkeypatch.setattr(runner, "_start", lambda kind, needs: started.append((kind, needs)))
    warm, cold = needs_of("import keras\n"), needs_of("print(1)\n")
    of_jax = needs_of(f"import os\n{SET}import keras\n")
    runner.warm([cold, of_jax])
    assert started == []
    runner.warm([cold, warm, of_jax])
    assert started == [(Kind(warm=True), [warm])]
    with monkeypatch.context() as patch:
        patch.setattr(runner, "_parents", {Kind(warm=True): "under way"})
        runner.warm([warm])
    assert len(started) == 1


def test_variables_are_cleared_and_set_and_home_is_empty():
    around = {"PATH": "/bin", "HOME": "/me", "KERAS_HOME": "x", "PYTHONPATH": "y", "COLUMNS": "9"}
    assert environment(around, ["KERAS_"], {"A": "1"}, "/empty") == {
        "PATH": "/bin",
        "HOME": "/empty",
        "PYTHONDONTWRITEBYTECODE": "1",
        "A": "1",
    }
