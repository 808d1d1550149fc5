"""A run is reused while nothing that could change it has changed, and only then."""

import errno
import json
import os
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from conftest import ROOT, planted, show, write_files

from tools.check import check
from tools.runner import store as store_module
from tools.runner.run import Run
from tools.runner.store import Store, installation, replace_file

READER = """
import subprocess
import sys
from pathlib import Path

here = Path(__file__).parent
(here / "data.csv").read_text()
(here / "missing.csv").exists() and (here / "missing.csv").open()
try:
    open(here / "not_yet.csv")
except OSError:
    pass
[*(here / "folder").iterdir()]
subprocess.run([sys.executable, here / "started.py"], check=True)
subprocess.run(["cat", here / "given.txt"], check=True, stdout=subprocess.DEVNULL)
import pack

print(pack.one)
"""
FILES = {
    "docs/a.md": show("a", "one", "started", "other")
    + '```python\n--8<-- "a/pack/__init__.py"\n```\n```python\n--8<-- "a/pack/part.py"\n```\n',
    "docs/b.md": show("b", "two"),
    "examples/a/one.py": READER,
    "examples/a/one.out": "1\n",
    "examples/a/started.py": (
        "from pathlib import Path\n\nPath(__file__).with_name('deep.csv').read_text()\n"
        "print(end='')\nprint('', end='')\nx = 1\nprint(end='')\n"
    ),
    "examples/a/started.out": "",
    "examples/a/other.py": "print(2)\n",
    "examples/a/other.out": "2\n",
    "examples/a/data.csv": "1,2\n",
    "examples/a/deep.csv": "1,2\n",
    "examples/a/given.txt": "1\n",
    "examples/a/not_read.csv": "1,2\n",
    "examples/a/pack/__init__.py": "from .part import one\n",
    "examples/a/pack/part.py": "one = 1\n",
    "examples/a/folder/first.txt": "1\n",
    "examples/b/two.py": "print(2)\n",
    "examples/b/two.out": "2\n",
}


@pytest.fixture
def ran(tmp_path):
    """Checks the project as its files are now; the programs that were run, and not reused."""
    write_files(tmp_path, FILES)

    def run_check():
        names = []
        report = check(planted(tmp_path, {}), names.append)
        assert [f for f in report.failures if "prints nothing" not in f.what] == []
        return {line.split()[0].removeprefix("examples/").removesuffix(".py") for line in names}

    assert run_check() == {"a/one", "a/started", "a/other", "b/two"}
    return run_check


def test_nothing_changed_nothing_is_run(ran):
    assert ran() == set()


CAUSES = {
    "the program": {"examples/a/one.py": READER + "# changed\n"},
    "a file that it read": {"examples/a/data.csv": "3\n"},
    "a file that it looked for in vain": {"examples/a/not_yet.csv": "3\n"},
    "a name in a folder that it listed": {"examples/a/folder/second.txt": "3\n"},
    "a program that it started": {"examples/a/started.py": FILES["examples/a/started.py"] + "#\n"},
    "a file that a program it started read": {"examples/a/deep.csv": "3\n"},
    "a file that it gave to a command": {"examples/a/given.txt": "2\n"},
    "a package that it imported": {"examples/a/pack/__init__.py": "from .part import one  #\n"},
    "what that imported": {"examples/a/pack/part.py": "one = 1  # changed\n"},
}


@pytest.mark.parametrize("files", CAUSES.values(), ids=CAUSES)
def test_a_change_of_what_it_depends_on_causes_a_new_run(ran, tmp_path, files):
    write_files(tmp_path, files)
    assert "a/one" in ran()
    assert ran() == set()


def test_a_file_that_is_gone_causes_a_new_run(ran, tmp_path):
    (tmp_path / "examples/a/folder/first.txt").unlink()
    assert ran() == {"a/one"}


def test_a_change_of_limits_or_variables_causes_a_new_run_of_all(ran, tmp_path):
    config = (tmp_path / "pyproject.toml").read_text()
    (tmp_path / "pyproject.toml").write_text(config.replace("files_mib = 32", "files_mib = 33"))
    assert len(ran()) == 4


def test_another_installation_causes_a_new_run_of_all(ran, monkeypatch):
    monkeypatch.setattr(store_module, "installation", lambda: "another TensorFlow")
    assert len(ran()) == 4


NOT_CAUSES = {
    "a page": {"docs/a.md": "# Title\n\n" + FILES["docs/a.md"]},
    "a file beside it that it did not read": {"examples/a/not_read.csv": "3\n"},
    "another file of the project": {"README.md": "changed\n"},
    "a built site": {"site/index.html": "changed\n"},
}


@pytest.mark.parametrize("files", NOT_CAUSES.values(), ids=NOT_CAUSES)
def test_a_change_of_anything_else_causes_none(ran, tmp_path, files):
    write_files(tmp_path, files)
    assert ran() == set()


def test_a_change_of_another_program_causes_a_run_of_that_one_only(ran, tmp_path):
    write_files(tmp_path, {"examples/a/other.py": "print(2)  # changed\n"})
    assert ran() == {"a/other"}


def test_what_python_leaves_beside_programs_is_no_file_of_the_project(tmp_path):
    left = {"examples/a/__pycache__/one.py": "1 / 0\n"}
    assert planted(tmp_path, FILES | left).files == planted(tmp_path / "clean", FILES).files


def test_a_file_written_again_with_the_same_content_causes_none(ran, tmp_path):
    os.utime(tmp_path / "examples/a/data.csv", (0, 0))
    assert ran() == set()


def test_the_settings_of_what_judges_pages_cause_none(ran, tmp_path):
    config = (tmp_path / "pyproject.toml").read_text()
    (tmp_path / "pyproject.toml").write_text(config.replace("lines = [1, 60]", "lines = [1, 61]"))
    assert ran() == set()


def test_the_installation_names_interpreter_packages_and_the_code_that_runs_programs():
    version, system, packages, code = json.loads(installation())
    assert version == sys.version
    assert system
    assert any(name.startswith("tensorflow-") for name in packages)
    assert {"parent.py", "child.py", "inherited/sitecustomize.py"} <= code.keys()
    assert all(len(digest) == 64 for digest in code.values())
    folder = ROOT / "tools/runner"
    assert len(code) == len(list(folder.rglob("*.py")))


def store_of(tmp_path, **options):
    project = planted(tmp_path, FILES)
    return Store(project.root, project.config, **options), project


def test_a_run_is_given_back_whole_and_under_its_key_only(tmp_path):
    run = Run(products={".out": "1\n"}, written_by=[1], reads=["a/data.csv"], began=1.5)
    store, _ = store_of(tmp_path)
    store.put("a/one", "key", run)
    assert store.get("a/one", "key") == run
    assert store.get("a/one", "other") is None


@pytest.mark.parametrize(
    "text", ["", "{", '{"key": "key", "reads": {}, "run": {"unknown": 1}}', "[]", "\0\0\0"]
)
def test_a_damaged_entry_is_as_good_as_none(ran, tmp_path, text):
    write_files(tmp_path, {".check/runs/a/other.json": text})
    assert ran() == {"a/other"}
    assert ran() == set()


def test_a_program_that_failed_is_run_again(tmp_path):
    files = {"docs/a.md": show("a", "broken"), "examples/a/broken.py": "1 / 0\n"}
    project = planted(tmp_path, files | {"examples/a/broken.out": "1\n"})
    for _ in range(2):
        names = []
        assert len(check(project, names.append).failures) == 1
        assert len(names) == 1


def test_a_file_edited_while_its_program_runs_is_not_taken_for_what_ran(tmp_path):
    store, project = store_of(tmp_path)
    program = project.programs[0]
    run = Run(products={".out": "1\n"}, began=program.path.stat().st_mtime - 1)
    store.keep(program, run)
    assert Store(project.root, project.config).of(program) is None
    later = replace(run, began=program.path.stat().st_mtime + 1)
    store.keep(program, later)
    assert Store(project.root, project.config).of(program) == later


def test_another_version_of_a_command_that_it_needs_causes_a_new_run(tmp_path, monkeypatch):
    """So does one that is installed at last: a run that has done without it says something else."""
    header = '# /// script\n# [tool.check]\n# needs = ["planted-command"]\n# ///\n'
    project = planted(tmp_path, {"examples/a/one.py": f"{header}print(1)\n"})
    (program,) = project.programs
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    later = program.path.stat().st_mtime + 1
    for version in (None, "1", "10"):
        if version:
            (tmp_path / "bin/planted-command").write_text(version)
            (tmp_path / "bin/planted-command").chmod(0o755)
        assert Store(project.root, project.config).of(program) is None
        Store(project.root, project.config).keep(program, Run(began=later))
        assert Store(project.root, project.config).of(program) is not None


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_store_that_cannot_be_written_costs_nothing_but_time(tmp_path, monkeypatch, number):
    def refuse(file, content):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(store_module, "replace_file", refuse)
    report = check(planted(tmp_path, {"docs/b.md": show("b", "two")} | of_page("b")))
    assert report.failures == []
    (note,) = [note for note in report.notes if "not kept" in note]
    assert os.strerror(number) in note


def of_page(page):
    return {name: text for name, text in FILES.items() if f"/{page}/" in name}


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    file = tmp_path / "kept"
    replace_file(file, b"old")

    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_two_checks_at_once_in_one_tree_are_both_sound(tmp_path):
    write_files(tmp_path, FILES)
    reports = []

    def run_check():
        done = subprocess.run(
            [sys.executable, "-m", "tools.check", tmp_path],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        reports.append(done.stdout.splitlines()[-1])

    threads = [threading.Thread(target=run_check) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(reports) == {"4 programs ran, 0 not run, 0 failures"}
    assert not list((tmp_path / ".check").rglob(".*-*"))


def test_kept_runs_lie_where_no_generator_cleans():
    """Zensical's `--clean` removes `.cache/`, MkDocs empties `site/`."""
    assert store_module.FOLDER not in (".cache", "site")
