"""The workflows: `make lint` sees what is wrong with them, and their commands are a developer's."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import check_jsonschema
import pytest
import yaml
from click.testing import CliRunner
from conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
CHECK, DEPENDABOT = ROOT / ".github/workflows/check.yml", ROOT / ".github/dependabot.yml"
ONLY_THERE = {"sudo", "test", "cp"}
"""Commands of a machine, of the order of jobs, and of what is published: they say what they do."""


def commands_of_lint() -> list[list[str]]:
    """What `make lint` does for the workflows, word by word."""
    recipe = re.search(r"(?m)^lint:.*\n((?:\t.*\n)+)", MAKEFILE)[1]
    lines = [line.strip() for line in recipe.splitlines() if ".github" in line]
    return [shlex.split(line.replace("$(BIN)", str(Path(sys.executable).parent))) for line in lines]


def linted(folder: Path) -> tuple[str, str]:
    """The program of the first command that fails on the files in a folder, as make ends with it,
    and what that says; two empty texts where all pass."""
    for words in commands_of_lint():
        program, files = Path(words[0]).name, [str(path) for path in sorted(folder.glob(words[-1]))]
        if program == "check-jsonschema":  # its imports take long
            done = CliRunner().invoke(check_jsonschema.main, [*words[1:-1], *files])
            code, said = done.exit_code, done.output
        else:
            plain = {name: value for name, value in os.environ.items() if name != "CI"}
            plain["NO_COLOR"] = "1"  # in CI zizmor colours what it says
            run = subprocess.run([*words[:-1], *files], env=plain, text=True, capture_output=True)
            code, said = run.returncode, run.stdout + run.stderr
        if code:
            return program, said
    return "", ""


def copy_of_workflows(folder: Path) -> Path:
    return shutil.copytree(ROOT / ".github", folder / ".github").parent


def plant(folder: Path, old: str, new: str) -> str:
    """Copy the workflows with a fault in the first file that has the old words; its name."""
    for path in (DEPENDABOT, CHECK):
        text = path.read_text(encoding="utf-8")
        if old in text:
            copy_of_workflows(folder)
            (folder / path.relative_to(ROOT)).write_text(text.replace(old, new, 1))
            return path.name
    raise AssertionError(f"no workflow has {old!r}")


def test_the_workflows_are_fine(tmp_path):
    assert len(commands_of_lint()) >= 3
    assert linted(copy_of_workflows(tmp_path)) == ("", "")


PIN = re.search(r"actions/checkout@\w+ # v[\d.]+", CHECK.read_text(encoding="utf-8"))[0]
FAULTS = {
    "an action that is not pinned": (PIN, "actions/checkout@v7", "unpinned-uses"),
    "a trigger that gives strangers our rights": (
        "pull_request:",
        "pull_request_target:",
        "dangerous-triggers",
    ),
    "rights for all jobs": ("permissions: {}", "permissions: write-all", "excessive-permissions"),
    "credentials that stay": (
        "persist-credentials: false",
        "persist-credentials: true",
        "artipacked",
    ),
    "a title that becomes a command": (
        "run: make lint",
        "run: make lint ${{ github.event.pull_request.title }}",
        "template-injection",
    ),
    "updates on the day of a release": (
        "    cooldown:\n      default-days: 7\n",
        "",
        "dependabot-cooldown",
    ),
}
WRONG_FORM = {
    "an unknown key": ("runs-on:", "run-on:", "run-on"),
    "no limit of time": ("    timeout-minutes: 20\n", "", "timeout-minutes"),
    "no YAML": ("jobs:", "jobs: [", "Failed to parse"),
    "an unknown ecosystem": ("ecosystem: pip", "ecosystem: pipp", "package-ecosystem"),
}


@pytest.mark.parametrize(("old", "new", "named"), FAULTS.values(), ids=FAULTS)
def test_what_is_not_safe_is_seen_with_its_place(tmp_path, old, new, named):
    file = plant(tmp_path, old, new)
    program, said = linted(tmp_path)
    assert program == "zizmor"
    assert re.search(rf"\[{named}\][^\[]*{re.escape(file)}:\d+:\d+", said), said


@pytest.mark.parametrize(("old", "new", "named"), WRONG_FORM.values(), ids=WRONG_FORM)
def test_what_github_would_not_read_is_seen_with_its_place(tmp_path, old, new, named):
    file = plant(tmp_path, old, new)
    program, said = linted(tmp_path)
    assert program == "check-jsonschema"
    assert named in said
    assert file in said


# The commands ---------------------------------------------------------------------------


def steps() -> list[tuple[str, dict]]:
    """Every step of check.yml that has a command, with the job it belongs to."""
    jobs = yaml.safe_load(CHECK.read_text(encoding="utf-8"))["jobs"]
    return [(name, step) for name, job in jobs.items() for step in job["steps"] if "run" in step]


@pytest.mark.parametrize(("job", "step"), steps(), ids=lambda value: str(value)[:40])
def test_each_command_is_one_that_a_developer_has(job, step):
    words = shlex.split(step["run"])
    if words[0] == "make":
        targets = [word for word in words[1:] if "=" not in word]
        assert targets
        assert all(re.search(rf"(?m)^{target}:", MAKEFILE) for target in targets)
    elif words[:3] == ["python", "-m", "pip"]:
        assert "--require-hashes" in words
        assert all((ROOT / word).is_file() for word in words if word.endswith(".lock"))
    elif words[:2] == ["python", "-m"]:
        assert (ROOT / f"{words[2].replace('.', '/')}.py").is_file()
    else:
        assert words[0] in ONLY_THERE


def test_the_shards_of_the_matrix_are_all_there_are():
    job = yaml.safe_load(CHECK.read_text(encoding="utf-8"))["jobs"]["test"]
    shards = job["strategy"]["matrix"]["shard"]
    (given,) = [step["env"]["SHARD"] for step in job["steps"] if "SHARD" in step.get("env", {})]
    assert given == f"${{{{ matrix.shard }}}}/{len(shards)}"
    assert shards == list(range(1, len(shards) + 1))


def test_the_last_job_waits_for_every_other_that_can_stop_it_and_asks_each():
    jobs = yaml.safe_load(CHECK.read_text(encoding="utf-8"))["jobs"]
    needed, after = set(jobs["green"]["needs"]), {"green", "attest", "publish"}
    stops = {name for name, job in jobs.items() if not job.get("continue-on-error")}
    assert needed == stops - after
    systems = jobs["elsewhere"]["strategy"]["matrix"]["include"]
    assert not any(system["measured"] for system in systems), "then it belongs to `green`, too"
    (step,) = jobs["green"]["steps"]
    for results, code in (("success",) * len(needed), 0), (("success", "failure"), 1):
        done = subprocess.run(["bash", "-c", step["run"]], env={"RESULTS": " ".join(results)})
        assert done.returncode == code
    assert all("green" in jobs[name]["needs"] for name in ("attest", "publish"))


def test_the_oldest_and_the_newest_python_are_tested():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    oldest, beyond = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', text).groups()
    jobs = yaml.safe_load(CHECK.read_text(encoding="utf-8"))["jobs"]
    for name in ("test", "site"):
        assert jobs[name]["strategy"]["matrix"]["python"] == [f"3.{oldest}", f"3.{int(beyond) - 1}"]


def test_every_package_that_is_added_has_its_hashes():
    for name in ("requirements.lock", "requirements-torch.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"(?m)^(\S+)==\S+ [^\n]*\\\n    --hash=sha256:\w{64}", text)
        assert pins
        assert len(pins) == len(re.findall(r"(?m)^[^\s#]", text))
