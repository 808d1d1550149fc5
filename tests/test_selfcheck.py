"""The self-check: its answers on the releases, and the lines of scripts that it names."""

import csv
import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from html import unescape

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
    listed = NAMES / "tf.keras-2.15.1.txt"
    command = [sys.executable, DATA / "run_lines.py", DATA / "lines.toml", listed]
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


BETTER = (
    "keras.wrappers.scikit_learn.Keras",
    "multi_gpu_model",
    "tf.keras.dtensor",
    "layers.RandomHeight",
    "layers.RandomWidth",
    "preprocessing.RandomHeight",
    "preprocessing.RandomWidth",
    "keras.metrics.",
    "keras.losses.kullback_leibler_divergence",
)
"""Names of which the table says more than the rules, which are recorded on all releases."""


def test_the_rules_say_what_the_table_says():
    """names.csv is what readers search; the rules are what the self-check knows."""
    with (NAMES / "names.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 120
    for row in rows:
        rule = selfcheck.rule_for(row["old"], "call")
        assert rule, row["old"]
        new, change, page = rule.of(row["old"])
        assert page == row["page"]
        if (new, change) != (row["new"], row["change"]):
            assert any(name in row["old"] for name in BETTER), row["old"]
    exact = [name for name in selfcheck.NAMES if name.is_exact]
    for name in exact:
        assert any(name.pattern.match(row["old"].split("keras.", 1)[1]) for row in rows)


def test_every_name_is_named_if_it_is_gone_and_only_then(ended):
    for kind, names in ended["names"].items():
        for name in names:
            rule = selfcheck.rule_for(name)
            assert bool(rule) == (kind == "gone"), name


def page_of(address):
    """What a page of this part shows, with its programs and tables."""
    name = address.removesuffix(".html")
    text = (ROOT / f"docs/moving/{name}.md").read_text()
    return re.sub(
        r'--8<-- "(.+?)"',
        lambda include: unescape((ROOT / "examples" / include[1]).read_text()).replace("<wbr>", ""),
        text,
    )


NOT_IN_A_TABLE = [
    ("Reduction.AUTO", "names.html"),
    (".add_loss", "graphs.html"),
    (".add_metric", "variables.html"),
    ("add_weight", "variables.html"),
    ('history["lr"]', "variables.html"),
    ("tf.keras.backend.set_value", "variables.html"),
]
"""What the self-check names in its code."""


def sent():
    """Each name that the self-check sends a reader for, and the page."""
    yield from NOT_IN_A_TABLE
    for _, names, _, page, *_ in selfcheck.MEMBERS:
        yield from ((f".{name}", page) for name in names.split())
    for _, names, _, page in selfcheck.ARGUMENTS:
        yield from ((name.partition("@")[0] + "=", page) for name in names.split())
    with (NAMES / "names.csv").open() as file:
        yield from ((row["old"], row["page"]) for row in csv.DictReader(file))


def stands(name, text):
    """Whether a text has this name, and not only inside a longer one."""
    before = r"\b" if name[0].isalnum() else ""
    after = r"\b" if name[-1].isalnum() else ""
    return re.search(before + re.escape(name) + after, text)


def test_a_page_that_the_self_check_names_has_the_name():
    pages = {page: page_of(page) for _, page in sent()}
    lacking = [f"{page} lacks {name}" for name, page in sent() if not stands(name, pages[page])]
    assert lacking == []


def test_a_name_inside_a_longer_one_does_not_stand():
    assert stands(".lr", "optimizer.lr ")
    assert not stands(".lr", "optimizer.lrate")
    assert stands("lr=", "Adam(lr=0.1)")
    assert not stands("lr=", "Adam(colr=0.1)")


ANSWERS = tomllib.loads((DATA / "answers.toml").read_text())


@pytest.mark.parametrize("release", ANSWERS)
def test_the_answer_on_a_release_is_the_expected_one(release):
    with (ROOT / "examples/ledger/outputs.csv").open(newline="") as file:
        rows = {row["release"]: row["output"] for row in csv.DictReader(file)}
    assert rows[release] == ANSWERS[release]


DENSE = "class Dense:\n    pass\n\n\nDense.__module__ = '{}.layers'\n"
LAYERS = "import types\n\nlayers = types.SimpleNamespace(Dense=Dense)\n"
TF = DENSE + LAYERS + "keras = types.SimpleNamespace(layers=layers)\n"
KERAS = "import types\n\nbackend = types.SimpleNamespace(backend=lambda: '{}')\n"


def stand_in(root, package, version, text=""):
    """A package that only says its version, and what pip notes of it."""
    folder = root / package
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(f"__version__ = '{version}'\n{text}")
    (root / f"{package}-{version}.dist-info").mkdir()


def answer(tmp_path, packages, variables=None, files=None):
    """What the self-check says in a Python that has these packages and no others."""
    for package, (version, text) in packages.items():
        stand_in(tmp_path / "packages", package, version, text)
    here = tmp_path / "here"
    for name, text in {"home/empty": "", **(files or {})}.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)
    done = subprocess.run(
        [sys._base_executable, PROGRAM],
        cwd=here,
        env={"HOME": f"{here}/home", "PYTHONPATH": f"{tmp_path}/packages", **(variables or {})},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert str(tmp_path) not in done.stdout
    written = {name.split("/")[1] for name in files or {} if name.startswith("home/")}
    assert set(os.listdir(here / "home")) == {"empty", *written}
    return done.stdout.splitlines()


NEW = {
    "tensorflow": ("2.21.0", TF.format("keras")),
    "keras": ("3.15.1", KERAS.format("tensorflow")),
}
OLD = {
    "tensorflow": ("2.15.1", TF.format("keras")),
    "keras": ("2.15.0", KERAS.format("tensorflow")),
}
FAILS = "raise ImportError('cannot open /home/me/lib/x.so')\n"
CASES = {
    "nothing is wrong": (NEW, {}, {}, "traps: none of those that this program knows"),
    "Keras 3": (
        NEW,
        {},
        {},
        "tf.keras: Keras 3, the package keras 3.15.1: TensorFlow uses it since 2.16",
    ),
    "Keras 2": (
        OLD,
        {},
        {},
        "tf.keras: Keras 2, the package keras 2.15.0: TensorFlow from 2.6 to 2.15 uses it",
    ),
    "nothing is there": (
        {},
        {},
        {},
        "next: pip install tensorflow, or keras and one of jax and torch",
    ),
    "an import that fails, without its folders": (
        {"tensorflow": ("2.21.0", FAILS)},
        {},
        {},
        "tf.keras: cannot be used: ImportError: cannot open <path>",
    ),
    "a crash": (
        {"tensorflow": ("2.21.0", "import os\n\nos.abort()\n")},
        {},
        {},
        "tf.keras: cannot be used: ended the process (-6)",
    ),
    "the flag without the package": (
        NEW,
        {"TF_USE_LEGACY_KERAS": "1"},
        {},
        "trap: TF_USE_LEGACY_KERAS is set without the package tf_keras",
    ),
    "the flag with another word": (
        NEW,
        {"TF_USE_LEGACY_KERAS": "yes"},
        {},
        "trap: TF_USE_LEGACY_KERAS=yes counts as not set",
    ),
    "tf_keras for another TensorFlow": (
        NEW | {"tf_keras": ("2.16.0", "")},
        {},
        {},
        "trap: tf_keras 2.16.0 is not the one for TensorFlow 2.21.0",
    ),
    "a backend that is not installed": (
        NEW | {"keras": ("3.15.1", KERAS.format("torch"))},
        {"KERAS_BACKEND": "torch"},
        {},
        "trap: the backend is torch, and that is not installed",
    ),
    "a backend that there is not": (
        NEW | {"keras": ("3.15.1", "raise ValueError\n")},
        {"KERAS_BACKEND": "theano"},
        {},
        "trap: Keras 3 has no backend theano",
    ),
    "a backend from keras.json": (
        NEW | {"jax": ("0.10", ""), "keras": ("3.15.1", KERAS.format("jax"))},
        {},
        {"home/.keras/keras.json": '{"backend": "jax"}'},
        "backend: jax, set by keras.json, which Keras writes when it is first imported",
    ),
    "a broken keras.json": (
        NEW,
        {},
        {"home/.keras/keras.json": "{"},
        "backend: tensorflow, set by the default",
    ),
    "a backend for Keras 2": (
        OLD,
        {"KERAS_BACKEND": "jax"},
        {},
        "trap: KERAS_BACKEND=jax is set, and Keras 2.15.0 does not use it",
    ),
    "Keras 3 beside an old TensorFlow": (
        OLD | {"keras": NEW["keras"]},
        {},
        {},
        "trap: Keras 3 beside a TensorFlow made for Keras 2",
    ),
    "Keras 2 beside a new TensorFlow": (
        NEW | {"keras": OLD["keras"]},
        {},
        {},
        "trap: Keras 2 beside a TensorFlow made for Keras 3",
    ),
    "NumPy 2": (
        {"tensorflow": ("2.15.1", FAILS), "numpy": ("2.1.3", "")},
        {},
        {},
        "trap: NumPy 2 with a TensorFlow before 2.18",
    ),
    "protobuf 4": (
        {"tensorflow": ("2.9.3", FAILS), "protobuf": ("4.25.3", "")},
        {},
        {},
        "trap: protobuf 4 with a TensorFlow before 2.12",
    ),
    "a file that hides a package": (
        NEW,
        {},
        {"keras.py": ""},
        "trap: a file or folder keras here hides the package",
    ),
}


@pytest.mark.parametrize(("packages", "variables", "files", "said"), CASES.values(), ids=CASES)
def test_what_is_wrong_with_an_installation_is_named(tmp_path, packages, variables, files, said):
    assert said in answer(tmp_path, packages, variables, files)


SCRIPTS = ROOT / "tests/old_scripts"


def test_of_ten_breaks_of_old_scripts_nine_are_named_and_no_other_line():
    """Ten scripts in the style of the Keras 2 years, and where each breaks when it is run; a line
    with two breaks stands twice, and counts once."""
    breaks = tomllib.loads((SCRIPTS / "breaks.toml").read_text())["break"]
    breaking = {(one["script"], one["line"]) for one in breaks}
    named = {
        (path.name, line) for path in SCRIPTS.glob("*.py") for line in lines_named(path.read_text())
    }
    assert named - breaking == set()
    assert len(breaking & named) >= 0.9 * len(breaking)
