"""Upgrading: it does what can be done, stops where a person has to decide, and goes on from there.

The walks run the command on a small project, with stand-ins for TensorFlow and Keras as wheels.
"""

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT, write_files

from tools.failure import Failure
from tools.ledger.environments import NotMeasured, find_uv
from tools.project import Project
from tools.report import Summary
from tools.upgrade import __main__ as upgrade
from tools.upgrade import column, install, ranges, tree, written

RANGES = """[project]
dependencies = [
    "tensorflow>=2.21,<2.22",  # with its reason
    "tf_keras>=2.21,<2.22",
    "keras>=3.15,<4",
    "jax>=0.10",
]
[tool.upgrade]
TF = ["tensorflow", "tf-keras"]
KERAS = ["keras"]
"""


# Ranges ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("packages", "version", "changed"),
    [
        (["tensorflow", "tf-keras"], "2.22", {"tensorflow>=2.22,<2.23", "tf_keras>=2.22,<2.23"}),
        (["tensorflow", "tf-keras"], "2.21", set()),
        (["tensorflow"], "2.21.3", set()),
        (["tensorflow"], "2.22.1", {"tensorflow>=2.22.1,<2.23"}),
        (["tensorflow"], "2.20", {"tensorflow>=2.20,<2.21"}),
        (["keras"], "3.16", set()),
        (["keras"], "3.12", {"keras>=3.12,<4"}),
        (["keras"], "4.0", {"keras>=4.0,<5"}),
    ],
)
def test_a_range_moves_where_it_forbids_a_version_and_all_else_stays(packages, version, changed):
    before, after = RANGES.splitlines(), ranges.moved(RANGES, packages, version).splitlines()
    found = {new.split('"')[1] for old, new in zip(before, after, strict=True) if old != new}
    assert found == changed
    assert "# with its reason" in after[2]


def test_without_a_version_ranges_open_up_to_the_next_major_one():
    text = ranges.opened(RANGES, ["tensorflow", "keras"])
    assert '"tensorflow>=2.21,<3"' in text
    assert '"keras>=3.15,<4"' in text


@pytest.mark.parametrize(
    ("packages", "place", "words"),
    [
        (["jax"], "pyproject.toml:6", "jax>=0.10 is not written as >=A,<B"),
        (["torch"], "pyproject.toml:1", "there is no range for torch, which [tool.upgrade] names"),
    ],
)
def test_what_cannot_be_moved_is_named_with_its_line(packages, place, words):
    with pytest.raises(Failure) as failure:
        ranges.moved(RANGES, packages, "1.0")
    assert failure.value.places == (place,)
    assert words in failure.value.what


@pytest.mark.parametrize("word", ["TF", "TF=", "TF=2", "TF=2.22.0rc0", "JAX=0.11", "2.22"])
def test_what_asks_for_no_release_is_refused(word):
    with pytest.raises(Failure, match=r"asks for no release: write TF=X\.Y KERAS=X\.Y"):
        ranges.asked_of([word], ranges.groups_of(RANGES))


@pytest.mark.parametrize("text", ["", "[tool.upgrade]\nTF = 3\n"])
def test_groups_are_lists_of_packages(text):
    with pytest.raises(Failure, match="says which packages move together"):
        ranges.groups_of(text)


def test_the_first_package_of_a_group_gets_the_release_and_the_others_the_minor_one():
    pins = install._pins(["tensorflow", "tf-keras"], "2.21.1")
    assert pins == ["tensorflow==2.21.1", "tf-keras==2.21.*"]
    assert install._pins(["keras"], "3.16") == ["keras==3.16.*"]


# The column --------------------------------------------------------------------------

RELEASES = """# oldest first

[[release]]
name = "tensorflow-2.20.0"
day = 2025-08-13
python = "3.13"
pins = ["tensorflow-cpu==2.20.0", "keras==3.15.1"]
backend = "tensorflow"

[[release]]
name = "tensorflow-2.21.0-tf_keras"
day = 2026-03-06
pins = ["tensorflow-cpu==2.21.0", "keras==3.15.1", "tf_keras==2.21.0"]
about = "tf.keras"

[[release]]
name = "tensorflow-2.21.0"
day = 2026-03-06
pins = ["tensorflow-cpu==2.21.0", "keras==3.15.1", "jax==0.10.2"]

[[release]]
name = "keras-3.15.1-jax"
day = 2026-07-29
pins = ["keras==3.15.1", "jax==0.10.2"]
variables = { KERAS_BACKEND = "jax" }

[[release]]
name = "nightly"
pins = ["tf-nightly"]
"""
WAS = {"tensorflow": "2.21.0", "tf-keras": "2.21.0", "keras": "3.15.1", "jax": "0.10.2"}


def tables(text):
    return {one["name"]: one for one in tomllib.loads(text)["release"]}


def test_a_new_tensorflow_gets_a_table_like_that_of_the_one_before():
    now = WAS | {"tensorflow": "2.22.0", "tf-keras": "2.22.1", "jax": "0.11.0"}
    text = column.brought_in(RELEASES, WAS, now)
    found = tables(text)
    assert list(found) == [
        "tensorflow-2.20.0",
        "tensorflow-2.21.0-tf_keras",
        "tensorflow-2.21.0",
        "tensorflow-2.22.0-tf_keras",
        "tensorflow-2.22.0",
        "keras-3.15.1-jax",
        "nightly",
    ]
    new = found["tensorflow-2.22.0"]
    assert new == {
        "name": "tensorflow-2.22.0",
        "pins": ["tensorflow-cpu==2.22.0", "keras==3.15.1", "jax==0.11.0"],
    }
    pins = ["tensorflow-cpu==2.22.0", "keras==3.15.1", "tf_keras==2.22.1"]
    assert found["tensorflow-2.22.0-tf_keras"]["pins"] == pins
    assert text.startswith("# oldest first\n\n[[release]]\n")
    assert text.count("\n\n[[release]]\n") == len(found)
    assert column.brought_in(text, WAS, now) == text


def test_a_new_keras_takes_the_place_of_the_old_one_wherever_that_was_the_newest():
    now = WAS | {"keras": "3.16.0"}
    text = column.brought_in(RELEASES, WAS, now)
    found = tables(text)
    assert found["tensorflow-2.20.0"]["pins"][1] == "keras==3.16.0"
    assert found["tensorflow-2.21.0"]["pins"][1] == "keras==3.16.0"
    assert found["keras-3.15.1-jax"] == tables(RELEASES)["keras-3.15.1-jax"]
    assert found["keras-3.16.0-jax"]["pins"] == ["keras==3.16.0", "jax==0.10.2"]
    kept = found["tensorflow-2.21.0-keras-3.15.1"]
    assert kept["pins"] == tables(RELEASES)["tensorflow-2.21.0"]["pins"]
    assert list(found).index(kept["name"]) < list(found).index("tensorflow-2.21.0")
    assert column.brought_in(text, WAS, now) == text


def test_packages_that_the_ledger_is_not_about_change_nothing():
    assert column.brought_in(RELEASES, WAS, WAS | {"jax": "0.11.0"}) == RELEASES


# The words of the report -------------------------------------------------------------


def test_names_are_told_by_module_and_those_below_a_told_one_are_not():
    names = {"keras.a", "keras.a.b", "keras.c", "keras.d.e", "tensorflow.keras.c"}
    assert written._by_module(names) == {"keras": ["a", "c"], "keras.d": ["e"]}


def git(root, *words):
    own = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    done = subprocess.run(["git", *own, *words], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def committed(root, files):
    write_files(root, files)
    if not (root / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")


def test_what_is_staged_has_been_read_and_what_is_no_output_needs_no_reading(tmp_path):
    committed(tmp_path, {"examples/a/one.py": "print(1)\n", "examples/a/one.out": "1\n"})
    (tmp_path / "examples/a/one.out").write_text("2\n")
    (tmp_path / "examples/a/one.svg").write_text("<svg/>")
    (tmp_path / "examples/a/one.py").write_text("print(2)\n")
    (tmp_path / "examples/seconds.csv").write_text("program,seconds\n")
    (tmp_path / "examples/a/one.ipynb").write_text("{}")
    project = Project.read(tmp_path)
    assert tree.unread(project) == ["examples/a/one.out", "examples/a/one.svg"]
    assert list(tree.changed_since(project, "HEAD")) == ["examples/a/one.py"]
    git(tmp_path, "add", "examples/a/one.out")
    assert tree.unread(project) == ["examples/a/one.svg"]


def test_versions_that_are_typed_by_hand_are_found_with_their_line(tmp_path):
    text = "TensorFlow 2.21.0.\n12.21.0 and 2.21.01 are others\n`2.21.0`\n"
    made_up = {"examples/a.csv": "2.21.0\n", "tests/a.py": "2.21.0\n"}
    answers = {"tests/answers.toml": 'answer = "2.21.0"\n'}
    recorded = {"examples/a/one.py": "print()\n", "examples/a/one.out": "2.21.0\n"}
    committed(tmp_path, {"docs/a.md": text, **made_up, **answers, **recorded})
    (tmp_path / "bytes").write_bytes(b"\xff2.21.0")
    git(tmp_path, "add", "-A")
    assert list(tree.places_of(Project.read(tmp_path), ["2.21.0"])) == [
        "`docs/a.md:1` TensorFlow 2.21.0.",
        "`docs/a.md:3` `2.21.0`",
        '`tests/answers.toml:1` answer = "2.21.0"',
    ]


def test_outside_git_it_says_so(tmp_path):
    with pytest.raises(Failure, match="git rev-parse ends with"):
        tree.git(tmp_path, "rev-parse", "HEAD")


# Moving in ---------------------------------------------------------------------------


def ready(root):
    """A project whose new environment and lock wait to take their places."""
    files = {".venv/old": "", "pyproject.toml": "old", "requirements.lock": "old"}
    folder = root / ".check/upgrade"
    new = {f".check/upgrade/new/{name}": "new" for name in ("pyproject.toml", "requirements.lock")}
    write_files(root, {**files, **new, ".check/upgrade/venv/new": ""})
    return folder


def test_the_old_environment_is_kept_and_the_new_one_is_newer_than_the_lock(tmp_path):
    folder = ready(tmp_path)
    install.swap(tmp_path, folder)
    assert (folder / "old/old").exists()
    assert (tmp_path / ".venv/new").exists()
    assert not (folder / "new").exists()
    lock = tmp_path / "requirements.lock"
    assert lock.read_text() == (tmp_path / "pyproject.toml").read_text() == "new"
    assert (tmp_path / ".venv/ready").stat().st_mtime >= lock.stat().st_mtime


@pytest.mark.parametrize("link", [False, True])
def test_an_environment_that_was_set_up_meanwhile_gives_way_and_the_old_one_stays(tmp_path, link):
    folder = ready(tmp_path)
    os.rename(tmp_path / ".venv", folder / "old")
    if link:
        (tmp_path / ".venv").symlink_to(tmp_path)
    else:
        (tmp_path / ".venv").mkdir()
    install.swap(tmp_path, folder)
    assert (folder / "old/old").exists()
    assert (tmp_path / ".venv/new").exists()


def test_an_environment_that_cannot_be_moved_leaves_the_old_one_in_its_place(tmp_path):
    folder = ready(tmp_path)
    for path in (folder / "venv/new", folder / "venv"):
        path.unlink() if path.is_file() else path.rmdir()
    with pytest.raises(OSError, match="No such file"):
        install.swap(tmp_path, folder)
    assert (tmp_path / ".venv/old").exists()
    assert (tmp_path / "requirements.lock").read_text() == "old"


def test_a_lock_that_does_not_say_how_it_was_made_is_refused(tmp_path):
    write_files(tmp_path, {"pyproject.toml": RANGES, "requirements.lock": "keras==3.15.1\n"})
    with pytest.raises(Failure, match="its head does not say how it was made"):
        install.resolve(tmp_path, tmp_path / "new", {"TF": "2.22"})
    assert not (tmp_path / "new").exists()


def test_uv_is_asked_for_where_it_is_missing(monkeypatch):
    monkeypatch.setattr(install, "find_uv", lambda: None)
    with pytest.raises(Failure, match="pip install uv"):
        install._uv()


def test_optional_packages_that_are_here_move_along():
    text = '[project.optional-dependencies]\nx = ["pytest>=1", "no-such-package", "rich"]\n'
    assert install.extras_here(text, "rich==1.0 \\\nuv==1.0 \\\n") == [
        f"pytest=={pytest.__version__}"
    ]


def test_an_environment_is_built_once_and_what_it_lacks_is_told(tmp_path, monkeypatch):
    asked = []

    def command(words, folder=None):
        asked.append(" ".join(map(str, words[1:])))
        (tmp_path / "venv").mkdir(exist_ok=True)
        if "torch==2.13.0" in words:
            raise NotMeasured("there is no such wheel")

    monkeypatch.setattr(install, "command", command)
    monkeypatch.setattr(install, "find_uv", lambda: "uv")
    (tmp_path / "lock").write_text("keras==3.15.1\n")
    lacks = (
        "torch==2.13.0 was in the old environment and is not in the new one: there is no such wheel"
    )
    for _ in range(2):
        assert install.build(tmp_path / "lock", tmp_path / "venv", ["torch==2.13.0"]) == [lacks]
    assert len(asked) == 4
    assert "--compile-bytecode --require-hashes" in asked[2]


def test_another_call_than_the_one_under_way_is_told_how_to_go_on_and_how_to_give_up(tmp_path):
    write_files(tmp_path, {"pyproject.toml": RANGES})
    begun = {"commit": "0123456789abcdef", "asked": {"TF": "2.22"}}
    write_files(tmp_path, {".check/upgrade/began.json": json.dumps(begun)})
    under_way = upgrade.Upgrade(tmp_path)
    assert under_way.begin([])
    assert under_way.begin(["TF=2.22"])
    with pytest.raises(upgrade.Stop) as stop:
        under_way.begin(["TF=2.23"])
    assert "go on with make upgrade TF=2.22\nor give it up" in str(stop.value)
    assert ": rm -rf .check/upgrade && touch .venv/ready; it began at 0123456789ab" in str(
        stop.value
    )
    (tmp_path / ".check/upgrade/old").mkdir()
    with pytest.raises(upgrade.Stop, match="git stash && rm -rf"):
        under_way.begin(["TF=2.23"])


# Going on ----------------------------------------------------------------------------


@pytest.fixture
def under_way(tmp_path, monkeypatch):
    """An upgrade whose new environment is in its place, of a project that a check finds to have
    these failures; what it says when it stops, and nothing when it is done."""
    files = {
        "pyproject.toml": CONFIG,
        "requirements.lock": "keras==3.15.1 \\\n",
        ".gitignore": ".check/\n",
        "examples/a/one.py": "print(2)\n",
        "examples/a/one.out": "1\n",
        "examples/a/one.svg": "<svg/>",
    }
    committed(tmp_path, files)
    write_files(tmp_path, {"requirements.lock": "keras==3.16.0 \\\n"})
    begun = {"commit": git(tmp_path, "rev-parse", "HEAD").strip(), "asked": {}}
    write_files(tmp_path, {".check/upgrade/began.json": json.dumps(begun)})

    def go_on(*failures, not_run=()):
        found = Summary(["a/one"], dict(not_run), list(failures), [])
        monkeypatch.setattr(upgrade, "checked", lambda project, python: found)
        try:
            upgrade.Upgrade(tmp_path).go_on()
        except upgrade.Stop as stop:
            return str(stop)
        return ""

    return go_on


CONFIG = """[tool.check]
lines = [1, 60]
[tool.check.versions]
Keras = "keras"
[tool.check.names.roots]
keras = "keras"
"""


@pytest.mark.parametrize("kind", sorted(upgrade._TODO))
def test_it_stops_at_each_kind_of_decision_and_says_what_to_do(under_way, tmp_path, kind):
    table = "| a | b | c | d | e |"
    said = under_way(Failure(("examples/a/one.py:7",), "is otherwise", table, kind))
    assert f"- examples/a/one.py:7: is otherwise: {upgrade._TODO[kind]}\n" in said
    assert said.endswith("All of it is in .check/upgrade.md. Then: make upgrade")
    report = (tmp_path / ".check/upgrade.md").read_text()
    assert report.startswith("# Upgrade: Keras 3.15.1 → 3.16.0\n\n## Still to decide\n")
    assert (tmp_path / ".check/upgrade/began.json").exists()


def test_what_no_release_explains_is_told_as_it_is(under_way):
    assert "- docs/a.md:3: is no page\n" in under_way(Failure(("docs/a.md:3",), "is no page"))


def test_what_has_been_recorded_waits_to_be_read_and_then_it_is_done(under_way, tmp_path, capsys):
    differs = Failure(("docs/a.md:1", "examples/a/one.py:1"), "writes something else", "", "output")
    said = under_way(differs)
    assert (tmp_path / "examples/a/one.out").read_text() == "2\n"
    assert "- 2 recorded files say something else: read each difference, git diff examples" in said
    assert "git add examples" in said
    git(tmp_path, "add", "examples")
    assert under_way(not_run={"a/two": ["the package torch"]}) == ""
    assert "done: Keras 3.15.1 → 3.16.0. Now make lint test site" in capsys.readouterr().out
    report = (tmp_path / ".check/upgrade.md").read_text()
    assert "Still to decide" not in report
    assert "| keras | 3.15.1 | 3.16.0 |" in report
    assert "    -1\n    +2\n" in report
    assert "- `examples/a/one.svg`: `make look` shows it on its page" in report
    assert "Not compared: " in report
    assert "- a/two was not run: it needs the package torch" in report
    assert not (tmp_path / ".check/upgrade").exists()


def test_what_cannot_be_recorded_is_told(under_way, tmp_path):
    (tmp_path / "examples/a/one.py").write_text("import time\n\nprint(time.time())\n")
    said = under_way(Failure(("examples/a/one.py:1",), "writes something else", "", "output"))
    assert "- examples/a/one.py is not recorded: it writes two different texts in two runs" in said
    assert (tmp_path / "examples/a/one.out").read_text() == "1\n"


# A walk ------------------------------------------------------------------------------

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
KERAS = """
__version__ = {version!r}
class backend:
    @staticmethod
    def backend():
        return "tensorflow"
def words():
    return {words!r}
{more}
"""
PROJECT = f"""[project]
name = "site"
version = "1"
requires-python = ">={PYTHON}"
dependencies = ["tensorflow>=2.20,<2.21", "keras>=3.12,<4", "kit"]

[tool.upgrade]
TF = ["tensorflow"]
KERAS = ["keras"]

[tool.check]
lines = [1, 60]
[tool.check.versions]
TensorFlow = "tensorflow"
Keras = "keras"
[tool.check.names.roots]
keras = "keras"
[tool.check.statements]
pairs = "examples/statements.csv"
sources = "examples/sources.toml"
[tool.check.ledger]
releases = "examples/ledger/releases.toml"
[tool.check.ledger.sections]
"1" = "a.html"
"""
FIRST = f"""[[release]]
name = "tensorflow-2.20.0"
day = 2025-08-13
python = "{PYTHON}"
pins = ["tensorflow==2.20.0", "keras==3.12.0"]
backend = "tensorflow"
"""
CLAIM = """# claim: Keras says yes
# section: 1
import keras

yes = keras.words() == "yes"
print("it says", keras.words())
print("verdict: holds" if yes else "verdict: does not hold")
"""
SHOWN = """```python
--8<-- "{name}.py"
```

```output
--8<-- "{name}.out"
```

"""
PAGE = f"""# A

{SHOWN.format(name="a/one")}It says yes. <!-- proof: a/one "yes" -->

`keras.old` is a function.
"""
LEDGER = f"""# The ledger

{SHOWN.format(name="ledger/yes")}It holds. <!-- proof: ledger/yes "verdict: holds" -->
"""


def wheel(folder, name, version, files):
    about = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as file:
        for path, text in files.items():
            file.writestr(path, text)
        meta = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        file.writestr(f"{about}/METADATA", meta)
        file.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        lines = [f"{path},," for path in (*files, f"{about}/METADATA", f"{about}/WHEEL")]
        file.writestr(f"{about}/RECORD", "\n".join([*lines, f"{about}/RECORD,,"]) + "\n")


def keras(folder, version, words, more=""):
    text = KERAS.format(version=version, words=words, more=more)
    wheel(folder, "keras", version, {"keras/__init__.py": text})


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A small project under git, recorded on the older of two releases, and its command."""
    uv = find_uv()
    if not uv:
        pytest.skip("uv is not here, which resolves versions: pip install uv")
    wheels, bin_folder, root = (tmp_path / name for name in ("wheels", "bin", "site"))
    for folder in (wheels, bin_folder, root):
        folder.mkdir()
    (bin_folder / "uv").symlink_to(uv)
    (bin_folder / f"python{PYTHON}").symlink_to(Path(sys.executable).resolve())
    ours = [place for place in sys.path if place.endswith("site-packages")]
    lines = "".join(f"import site; site.addsitedir({place!r})\n" for place in ours)
    wheel(wheels, "kit", "1.0", {"kit.pth": lines})
    for version in ("2.20.0", "2.21.0"):
        files = {"tensorflow/__init__.py": f"__version__ = {version!r}\n"}
        wheel(wheels, "tensorflow", version, files)
    keras(wheels, "3.12.0", "yes", "def old(): pass")
    monkeypatch.setenv("PATH", f"{bin_folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    settings = tmp_path / "uv.toml"
    settings.write_text(f'no-index = true\nfind-links = ["{wheels}"]\n')
    monkeypatch.setenv("UV_CONFIG_FILE", str(settings))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("CI", raising=False)
    files = {
        ".gitignore": ".check/\n.venv\n__pycache__/\n",
        "pyproject.toml": PROJECT,
        "docs/a.md": PAGE,
        "docs/ledger.md": LEDGER,
        "examples/a/one.py": "import keras\n\nprint(keras.words())\n",
        "examples/ledger/yes.py": CLAIM,
        "examples/ledger/releases.toml": FIRST,
    }
    write_files(root, files)
    compiled = ["uv", "pip", "compile", "-q", "--generate-hashes", "pyproject.toml"]
    subprocess.run([*compiled, "-o", "requirements.lock"], cwd=root, check=True)
    install.build(root / "requirements.lock", root / ".venv", [])
    python = root / ".venv/bin/python"
    for module in ("tools.ledger.measure", "tools.record"):
        subprocess.run([python, "-m", module], cwd=root, check=True)
    committed(root, {})

    def command(*words):
        """What the command says, and with what it ends."""
        told = [str(python), "-m", "tools.upgrade", *words]
        done = subprocess.run(told, cwd=root, capture_output=True, text=True)
        return SimpleNamespace(code=done.returncode, said=done.stdout + done.stderr)

    return SimpleNamespace(root=root, wheels=wheels, upgrade=command)


def edit(file, old, new):
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


@pytest.mark.slow
def test_what_cannot_begin_changes_nothing(site):
    done = site.upgrade("TF=2.99")
    assert done.code == 1
    assert "pyproject.toml:1: these versions cannot be had together" in done.said
    assert "only tensorflow<=2.21.0 is available" in done.said
    assert not (site.root / ".check/upgrade").exists()
    (site.root / "docs/new.md").write_text("# New\n")
    done = site.upgrade("TF=2.21")
    assert done.code == 1
    assert "not committed, commit or stash them first:\n?? docs/new.md" in done.said
    (site.root / "docs/new.md").unlink()
    done = site.upgrade("TF=2.20")
    assert (done.code, done.said.splitlines()[-1]) == (
        0,
        "nothing to upgrade: the lock has these versions",
    )
    assert git(site.root, "status", "--porcelain") == ""
    assert not (site.root / ".check/upgrade").exists()


@pytest.mark.slow
def test_a_walk_from_one_release_to_the_next(site):
    """It stops at each kind of decision, does nothing twice, and ends with a report."""
    keras(site.wheels, "3.13.0", "no", "def new(): pass")
    root, report = site.root, site.root / ".check/upgrade.md"
    done = site.upgrade()  # the newest of both
    assert done.code == 1
    assert "installing them beside the old environment" in done.said
    assert "docs/a.md:11: a statement has lost its proof: a/one says nothing like" in done.said
    assert "nothing like 'yes': change the sentence, or the words of its mark" in done.said
    assert "docs/a.md:13: `keras.old` does not exist" in done.said
    assert "mark it as gone, and name what takes its place" in done.said
    assert "docs/ledger.md:11: a statement has lost its proof: ledger/yes says" in done.said
    assert (
        "4 recorded files say something else, the ledger in 2 of its rows: read each difference"
        in done.said
    )
    assert "examples/a/one.out recorded" in done.said
    assert '"tensorflow>=2.21,<2.22"' in (root / "pyproject.toml").read_text()
    assert '"keras>=3.12,<4"' in (root / "pyproject.toml").read_text()
    text = report.read_text()
    assert text.startswith("# Upgrade: TensorFlow 2.20.0 → 2.21.0, Keras 3.12.0 → 3.13.0\n")
    assert "| yes | tensorflow-2.21.0 | holds | does not hold | it says no |" in text
    assert "- Gone in `keras`: `old`" in text
    assert "- New in `keras`: `new`" in text
    assert "    -yes\n    +no\n" in text

    built = (root / ".venv/ready").stat().st_mtime_ns
    measured = (root / "examples/ledger/ledger.csv").stat().st_mtime_ns
    again = site.upgrade()
    assert again.code == 1
    assert "to decide:" in again.said
    assert "installing" not in again.said
    assert "recorded:" not in again.said
    assert (root / ".venv/ready").stat().st_mtime_ns == built
    assert (root / "examples/ledger/ledger.csv").stat().st_mtime_ns == measured

    edit(root / "docs/a.md", 'says yes. <!-- proof: a/one "yes"', 'says no. <!-- proof: a/one "no"')
    edit(root / "docs/a.md", "`keras.old` is", "`keras.old`{ .gone } was")
    edit(
        root / "docs/ledger.md",
        'holds. <!-- proof: ledger/yes "verdict: holds"',
        'fails. <!-- proof: ledger/yes "does not hold"',
    )
    releases = root / "examples/ledger/releases.toml"
    assert f"{releases.relative_to(root)}: tensorflow-2.21.0 has no day: write when" in again.said
    edit(releases, '.21.0"\npython', '.21.0"\nday = 2026-03-06\npython')
    edit(root / "examples/a/one.py", "print", "1 / 0\nprint")
    done = site.upgrade()
    assert done.code == 1
    assert "raised ZeroDivisionError" in done.said
    assert "mend it for the new release" in done.said
    assert "lost" not in done.said

    edit(root / "examples/a/one.py", "1 / 0\n", "")
    git(root, "add", "examples")
    done = site.upgrade()
    assert done.code == 0, done.said
    assert "done: TensorFlow 2.20.0 → 2.21.0, Keras 3.12.0 → 3.13.0" in done.said
    text = report.read_text()
    assert "Still to decide" not in text
    assert "“It says no.”" in text
    assert "- `docs/a.md`" in text.partition("## What a person changed")[2]
    assert not (root / ".check/upgrade").exists()


@pytest.mark.slow
def test_what_cannot_be_measured_or_recorded_is_told_with_what_to_do(site):
    keras(site.wheels, "3.12.1", "yes", "def old(): pass\nimport os; mark = os.getpid()")
    edit(site.root / "examples/a/one.py", "words())", "words(), getattr(keras, 'mark', ''))")
    python = site.root / ".venv/bin/python"
    subprocess.run([python, "-m", "tools.record"], cwd=site.root, check=True)
    text = (site.root / "examples/ledger/releases.toml").read_text()
    (site.root / "examples/ledger/releases.toml").write_text(text + OTHER)
    committed(site.root, {})
    done = site.upgrade("KERAS=3.12.1")
    assert done.code == 1
    assert "other could not be measured: Python 9.9 is not on this machine" in done.said
    assert "examples/a/one.py is not recorded: it writes two different texts" in done.said


OTHER = """
[[release]]
name = "other"
python = "9.9"
pins = ["keras==3.12.0"]
backend = "tensorflow"
"""
