"""A check can be split over machines: shares are whole and even, and their reports merge."""

import subprocess
import sys

import pytest
from conftest import ROOT, planted, show, write_files

from tools.check import shard_of
from tools.durations import Durations, even_shares
from tools.project import Project
from tools.report import Summary

SECONDS = {"a/slow": 9, "a/two": 3, "a/three": 3, "a/four": 3, "a/broken": 1}
FILES = {
    "docs/a.md": show("a", *(name[2:] for name in SECONDS)),
    "examples/seconds.csv": "program,seconds\n"
    + "".join(f"{name},{seconds}\n" for name, seconds in SECONDS.items()),
    **{f"examples/{name}.py": "print(1)\n" for name in SECONDS},
    **{f"examples/{name}.out": "1\n" for name in SECONDS},
    "examples/a/broken.out": "2\n",
}


@pytest.mark.parametrize("count", [1, 2, 3, 5, 40])
def test_every_program_is_in_one_share_and_the_shares_are_even(count):
    durations = Durations(Project.read(ROOT))
    shares = [durations.share(number, count) for number in range(1, count + 1)]
    programs = [program for share in shares for program in share]
    assert sorted(programs) == durations.project.programs
    seconds = [sum(map(durations.of, share)) for share in shares]
    longest = max(map(durations.of, programs))
    assert max(seconds) <= max(longest, sum(seconds) / count + longest)


def test_the_longest_are_spread():
    assert even_shares({"a": 9.0, "b": 3.0, "c": 3.0, "d": 3.0}, 2) == [["a"], ["b", "c", "d"]]


def check_shard(root, *options):
    command = [sys.executable, "-m", "tools.check", str(root), *options]
    return subprocess.run(command, cwd=ROOT, text=True, capture_output=True)


@pytest.mark.usefixtures("outside_ci")
def test_the_reports_of_the_shards_merge_into_that_of_the_whole(tmp_path):
    write_files(tmp_path, FILES)
    reports = [str(tmp_path / f"{number}.json") for number in (1, 2)]
    ran = [
        check_shard(tmp_path, "--shard", f"{number}/2", "--report", report).stdout
        for number, report in enumerate(reports, start=1)
    ]
    assert [out.count("a/slow.py ran") for out in ran] == [1, 0]
    merged = check_shard(tmp_path, "--merge", *reports)
    assert merged.returncode == 1
    assert "docs/a.md:32: examples/a/broken.py writes something else" in merged.stdout
    assert merged.stdout.endswith("5 programs ran, 0 not run, 1 failure\n")
    assert merged.stdout.count("writes something else") == 1
    whole = check_shard(tmp_path).stdout
    assert whole.splitlines()[-1] == merged.stdout.splitlines()[-1]


@pytest.mark.usefixtures("outside_ci")
def test_a_shard_that_is_missing_is_noticed(tmp_path):
    write_files(tmp_path, FILES)
    report = str(tmp_path / "1.json")
    check_shard(tmp_path, "--shard", "1/2", "--report", report)
    merged = check_shard(tmp_path, "--merge", report)
    assert merged.returncode == 1
    assert "examples/a/three.py is in none of the reports" in merged.stdout


def test_a_report_is_read_as_it_was_written(tmp_path):
    project = planted(tmp_path, FILES)
    summary = Summary([project.programs[0].key], {"a/b": ["x"]}, [], ["note"])
    summary.write(tmp_path / "x.json")
    assert Summary.read(tmp_path / "x.json") == summary


@pytest.mark.parametrize("text", ["0/2", "3/2", "2", "a/b", "1/0"])
def test_a_shard_that_there_is_not_is_refused(text):
    with pytest.raises(ValueError, match="a shard is written 2/5"):
        shard_of(text)


@pytest.mark.slow
def test_pytest_in_shards_runs_every_test_once():
    def collected(*options):
        command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *options]
        done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=True)
        return [line for line in done.stdout.splitlines() if "::" in line]

    shards = [collected("--shard", f"{number}/3") for number in (1, 2, 3)]
    assert all(shards)
    assert sorted(name for shard in shards for name in shard) == sorted(collected())


WORKERS = """
import pytest


@pytest.mark.parametrize("number", range(8))
def test_it_is_made_once(number, once, pytestconfig):
    def make():
        with open(pytestconfig.rootpath / "made", "a") as file:
            file.write(".")
        return {"whole": True}

    assert once("report", make) == {"whole": True}
"""


@pytest.mark.slow
def test_workers_of_pytest_share_one_check(tmp_path):
    """The first to come makes it, and the others wait: no program is run twice."""
    write_files(tmp_path, {"tests/test_once.py": WORKERS})
    (tmp_path / "tests/conftest.py").write_text((ROOT / "tests/conftest.py").read_text())
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--rootdir", ".", "tests"]
    done = subprocess.run(command, cwd=tmp_path, text=True, capture_output=True)
    assert "8 passed" in done.stdout, done.stdout
    assert (tmp_path / "made").read_text() == "."
