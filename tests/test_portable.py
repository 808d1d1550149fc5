"""Programs can be checked where the runner does not run: with the standard library, one by one."""

import os
import subprocess
import sys
import time

import psutil
import pytest
from conftest import ROOT, planted, write_files

from tools import portable
from tools.failure import counted
from tools.portable import Outcome, Verdicts, end, main, outcome, outcomes

NEEDY = """# /// script
# dependencies = ["no-such-package>=2"]
# [tool.check]
# needs = ["no-such-command"]
# ///
print(1)
"""
KNOWN = """
[tool.check]
clear = ["KERAS_"]
[tool.check.set]
GIVEN = "3"
[tool.check.platforms.{}]
"a/one" = "its last digits differ there"
"""


def one(tmp_path, source: str, kept: str = "1\n"):
    """A project with one program, and that program."""
    project = planted(tmp_path, {"examples/a/one.py": source, "examples/a/one.out": kept})
    return project, project.programs[0]


def judged(project, result: Outcome, in_ci: bool = True):
    verdicts = Verdicts(project, in_ci)
    return verdicts.judge(result), [str(failure) for failure in verdicts.failures]


def test_a_program_that_prints_what_is_kept_is_fine(tmp_path):
    project, program = one(tmp_path, "print(1)\n")
    said, failures = judged(project, outcome(project, program))
    assert said.startswith("examples/a/one.py ran (")
    assert failures == []


def test_what_differs_is_named_at_its_line_with_the_difference(tmp_path):
    project, program = one(tmp_path, "print(1)\nprint(2)\n", "1\n3\n")
    said, failures = judged(project, outcome(project, program))
    assert said.startswith("examples/a/one.py FAILED")
    assert failures[0].startswith("examples/a/one.out:2: examples/a/one.py writes something else\n")
    assert "    see examples/a/one.py:1\n" in failures[0]
    assert "    -3\n    +2" in failures[0]


def test_an_error_is_named_at_the_line_of_the_program_that_led_to_it(tmp_path):
    project, program = one(tmp_path, "def f():\n    return 1 / 0\n\n\nf()\n")
    failure = outcome(project, program).failure
    assert failure.places == ("examples/a/one.py:2",)
    assert failure.what == "examples/a/one.py exited with 1"
    assert "ZeroDivisionError" in failure.detail
    project, program = one(tmp_path, "import os\nos._exit(3)\n")
    assert outcome(project, program).failure.places == ("examples/a/one.py:1",)


def test_it_runs_in_an_empty_folder_with_an_empty_home_and_the_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    source = """
import os
import sys
import tempfile
from pathlib import Path

home, here, tmp = Path.home(), Path.cwd(), Path(tempfile.gettempdir())
print(*(len(os.listdir(each)) for each in (home, here, tmp)), len({home, here, tmp}))
print(os.environ.get("KERAS_BACKEND"), os.environ.get("PYTHONHASHSEED"), os.environ["GIVEN"])
print("größer", sys.stdin.read() == "", Path(sys.path[0]).name)
"""
    write_files(tmp_path, {"pyproject.toml": KNOWN.format("win32")})
    project, program = one(tmp_path, source, "0 0 0 3\nNone None 3\ngrößer True a\n")
    result = outcome(project, program)
    assert result.failure is None, str(result.failure)


def test_line_ends_of_windows_are_no_difference(tmp_path):
    source = "import sys\nsys.stdout.reconfigure(newline='\\r\\n')\nprint(1)\n"
    project, program = one(tmp_path, source)
    (tmp_path / "examples/a/one.out").write_bytes(b"1\r\n")
    assert outcome(project, program).failure is None


def test_what_does_not_end_is_a_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(portable, "PATIENCE", 0.02)
    project, program = one(tmp_path, "import time\ntime.sleep(60)\n")
    failure = outcome(project, program).failure
    assert failure.what == "examples/a/one.py did not end within 1.2 s"


def test_what_is_ended_takes_with_it_all_that_it_started():
    source = """
import subprocess
import sys

started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(started.pid, flush=True)
started.wait()
"""
    process = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE)
    pid = int(process.stdout.readline())
    end(process)
    assert process.poll() is not None
    until = time.monotonic() + 10
    while lives(pid) and time.monotonic() < until:
        time.sleep(0.01)
    assert not lives(pid)


def lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_what_it_needs_is_respected(tmp_path):
    project, program = one(tmp_path, NEEDY)
    result = outcome(project, program)
    lacks = "the package no-such-package>=2, the command no-such-command"
    assert ", ".join(result.lacks) == lacks
    said = f"examples/a/one.py was not run: it needs {lacks}"
    assert judged(project, result, in_ci=False) == (said, [])
    (failure,) = judged(project, result)[1]
    assert failure.startswith("examples/a/one.py:1: examples/a/one.py was not run, and in CI it ")
    assert failure.endswith(lacks)


def test_a_header_that_cannot_be_read_is_a_failure(tmp_path):
    project, program = one(tmp_path, "# /// script\n# dependencies = [\n# ///\nprint(1)\n")
    assert "its inline metadata cannot be read" in str(outcome(project, program).failure)


@pytest.mark.parametrize("source", ["print(2)\n", NEEDY])
def test_what_is_known_to_differ_here_is_no_failure_and_the_reason_is_said(tmp_path, source):
    write_files(tmp_path, {"pyproject.toml": KNOWN.format(sys.platform)})
    project, program = one(tmp_path, source)
    said = "examples/a/one.py is known to differ here: its last digits differ there"
    assert judged(project, outcome(project, program)) == (said, [])


def test_what_is_known_elsewhere_is_a_failure_here(tmp_path):
    write_files(tmp_path, {"pyproject.toml": KNOWN.format("win32")})
    project, program = one(tmp_path, "print(2)\n")
    assert len(judged(project, outcome(project, program))[1]) == 1


def test_what_does_not_differ_any_more_is_taken_from_the_list(tmp_path):
    write_files(tmp_path, {"pyproject.toml": KNOWN.format(sys.platform)})
    project, program = one(tmp_path, "print(1)\n")
    (failure,) = judged(project, outcome(project, program))[1]
    assert failure.startswith("pyproject.toml:7: examples/a/one.py prints here what is kept")


def test_a_listed_name_that_no_program_has_is_a_failure(tmp_path):
    write_files(tmp_path, {"pyproject.toml": KNOWN.format("win32").replace("a/one", "a/on")})
    project, _ = one(tmp_path, "print(1)\n")
    (failure,) = Verdicts(project, in_ci=True).failures
    assert str(failure) == "pyproject.toml:7: tool.check.platforms.win32: there is no program a/on"


FILES = {
    "examples/a/one.py": "print(1)\n",
    "examples/a/one.out": "1\n",
    "examples/a/two.py": "print(1)\n",
    "examples/a/two.out": "2\n",
    "examples/b/one.py": "print(1)\n",
    "examples/b/one.out": "1\n",
}


def test_all_are_run(tmp_path):
    project = planted(tmp_path, FILES)
    found = {str(each.program): bool(each.failure) for each in outcomes(project, project.programs)}
    assert found == {
        "examples/a/one.py": False,
        "examples/a/two.py": True,
        "examples/b/one.py": False,
    }


@pytest.mark.parametrize(
    ("names", "code", "count"),
    [
        ([], 1, 3),
        (["b"], 0, 1),
        (["a/one", "b/one", "b"], 0, 2),
        (["examples\\a\\two.py"], 1, 1),
    ],
)
def test_some_can_be_named(tmp_path, capsys, names, code, count):
    write_files(tmp_path, FILES)
    with pytest.raises(SystemExit) as ended:
        main(names, tmp_path)
    assert ended.value.code == code
    last = f"{counted(count, 'program')} on {sys.platform}, {counted(code, 'failure')}"
    assert capsys.readouterr().out.splitlines()[-1] == last


def test_a_name_that_nothing_has_is_refused(tmp_path):
    write_files(tmp_path, FILES)
    with pytest.raises(SystemExit, match="nothing is called 'a/on': name a program as"):
        main(["a/on"], tmp_path)


def test_it_annotates(tmp_path, capsys, monkeypatch):
    write_files(tmp_path, FILES)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    with pytest.raises(SystemExit):
        main(["a"], tmp_path)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("::error")]
    assert [line.split(",title")[0] for line in lines] == [
        "::error file=examples/a/two.out,line=1",
        "::error file=examples/a/two.py,line=1",
    ]


def test_it_can_say_every_letter_in_any_code_page(tmp_path):
    write_files(tmp_path, {"examples/a/one.py": "print('ﬀ')\n", "examples/a/one.out": "1\n"})
    around = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tools.portable"]
    done = subprocess.run(command, cwd=tmp_path, env=around, stdout=subprocess.PIPE)
    assert done.returncode == 1
    assert "\n    +ﬀ\n" in done.stdout.decode()


AS_ON_WINDOWS = """
import os
import signal
import subprocess
import sys

import psutil  # it has a part for each system

for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[name] = None
for name in ("fork", "getuid", "killpg", "posix_spawn", "setsid"):
    delattr(os, name)
for name in ("SIGCHLD", "SIGKILL", "SIGSTOP"):
    delattr(signal, name)
import tools.portable
"""


def test_it_imports_without_what_only_unix_has():
    done = subprocess.run([sys.executable, "-c", AS_ON_WINDOWS], cwd=ROOT, text=True, stderr=-1)
    assert done.returncode == 0, done.stderr
