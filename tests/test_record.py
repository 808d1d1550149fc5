"""Recording writes what programs print, and nothing that is not sound."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT, planted

from tools import record as record_module
from tools.record import Refusal, record


def recorded(project, only=""):
    """What is recorded of the programs themselves."""
    return [line for line in record(project, only) if "seconds.csv" not in line]


def read(root, name):
    return (root / "examples/a" / name).read_text(encoding="utf-8")


def test_it_writes_what_a_program_prints_and_draws(tmp_path):
    source = "open('one.svg', 'w').write('<svg/>')\nprint('größer')\n"
    project = planted(tmp_path, {"examples/a/one.py": source})
    assert recorded(project) == [
        "examples/a/one.out recorded",
        "examples/a/one.svg recorded",
    ]
    assert read(tmp_path, "one.out") == "größer\n"
    assert read(tmp_path, "one.svg") == "<svg/>"


def test_an_unchanged_tree_stays_unchanged(tmp_path):
    project = planted(tmp_path, {"examples/a/one.py": "print(1)\n"})
    recorded(project)
    before = (tmp_path / "examples/a/one.out").stat().st_mtime_ns
    assert recorded(project) == []
    assert (tmp_path / "examples/a/one.out").stat().st_mtime_ns == before


def test_one_program_or_one_page_can_be_named(tmp_path):
    files = {f"examples/{name}.py": "print(1)\n" for name in ("a/one", "a/two", "b/one")}
    project = planted(tmp_path, files)
    assert recorded(project, "a/two") == ["examples/a/two.out recorded"]
    assert recorded(project, "a") == ["examples/a/one.out recorded"]


def test_a_name_that_no_program_has_is_refused(tmp_path):
    project = planted(tmp_path, {"examples/a/one.py": "print(1)\n"})
    with pytest.raises(Refusal, match="nothing is called 'a/on'"):
        recorded(project, "a/on")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("print(1)\n1 / 0\n", "raised ZeroDivisionError in line 2"),
        ("print(1)\nimport sys; sys.exit(2)\n", "exited with 2"),
        ("x = 1\n", "prints nothing"),
        ("import time; print(time.time())\n", "writes two different texts in two runs"),
    ],
)
def test_what_is_not_sound_is_refused_and_its_old_output_kept(tmp_path, body, reason):
    files = {"examples/a/one.py": body, "examples/a/one.out": "old\n"}
    files["examples/a/two.py"] = "print(2)\n"
    project = planted(tmp_path, files)
    with pytest.raises(Refusal, match=reason):
        recorded(project)
    assert read(tmp_path, "one.out") == "old\n"
    assert read(tmp_path, "two.out") == "2\n"


def test_a_program_that_needs_what_is_missing_is_refused(tmp_path):
    header = '# /// script\n# dependencies = ["no-such-package"]\n# ///\n'
    project = planted(tmp_path, {"examples/a/one.py": f"{header}print(1)\n"})
    with pytest.raises(Refusal, match="needs the package no-such-package"):
        recorded(project)


def test_a_picture_of_measured_times_is_recorded_but_not_replaced_unasked(tmp_path):
    header = '# /// script\n# [tool.check]\n# compare = ["out"]\n# ///\n'
    body = "import time\nopen('one.svg', 'w').write(str(time.time()))\nprint(1)\n"
    project = planted(tmp_path, {"examples/a/one.py": header + body})
    assert "examples/a/one.svg recorded" in recorded(project)
    assert recorded(project) == []
    assert recorded(project, "a/one") == ["examples/a/one.svg recorded"]


def test_durations_are_recorded_and_stay_while_they_are_about_the_same(tmp_path):
    program = "import time\n\ntime.sleep({})\nprint(1)\n"
    project = planted(tmp_path, {"examples/a/one.py": program.format(1.1)})
    assert "examples/seconds.csv recorded" in list(record(project))
    text = (tmp_path / "examples/seconds.csv").read_text()
    assert text.startswith("program,seconds\na/one,1.")
    assert list(record(planted(tmp_path, {"examples/a/one.py": program.format(1.3)}))) == []
    slower = planted(tmp_path, {"examples/a/one.py": program.format(3.0)})
    assert list(record(slower)) == ["examples/seconds.csv recorded"]
    planted(tmp_path, {"examples/a/two.py": "print(2)\n"})
    (tmp_path / "examples/a/one.py").unlink()
    list(record(planted(tmp_path, {})))
    assert "a/one" not in (tmp_path / "examples/seconds.csv").read_text()


def test_a_bad_header_is_a_refusal(tmp_path):
    header = "# /// script\n# dependencies = [\n# ///\n"
    project = planted(tmp_path, {"examples/a/one.py": f"{header}print(1)\n"})
    with pytest.raises(Refusal, match="its inline metadata cannot be read"):
        recorded(project)


def test_what_is_not_drawn_any_more_is_removed(tmp_path):
    files = {"examples/a/one.py": "print(1)\n", "examples/a/one.svg": "<svg/>"}
    assert "examples/a/one.svg recorded" in recorded(planted(tmp_path, files))
    assert not (tmp_path / "examples/a/one.svg").exists()


def test_the_command_says_what_it_recorded_and_why_not(tmp_path):
    planted(tmp_path, {"examples/a/one.py": "print(1)\n", "examples/a/two.py": "1 / 0\n"})
    command = [sys.executable, "-m", "tools.record"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "examples/a/one.out recorded" in done.stdout
    assert "examples/a/two.py is not recorded: it raised ZeroDivisionError" in done.stderr


def test_the_command_ends_with_0_when_all_is_recorded(tmp_path, monkeypatch, capsys):
    planted(tmp_path, {"examples/a/one.py": "print(1)\n", "examples/a/two.py": "1 / 0\n"})
    monkeypatch.chdir(tmp_path)
    record_module.main("a/one")
    assert "examples/a/one.out recorded\n" in capsys.readouterr().out


def test_a_full_disk_leaves_the_old_output(tmp_path, monkeypatch):
    def refuse(file, content):
        raise OSError(28, "No space left on device")

    project = planted(tmp_path, {"examples/a/one.py": "print(1)\n", "examples/a/one.out": "old\n"})
    monkeypatch.setattr(record_module, "replace_file", refuse)
    with pytest.raises(OSError, match="No space left"):
        list(record(project))
    assert read(tmp_path, "one.out") == "old\n"
