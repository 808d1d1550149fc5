"""What a stranger finds at the top: every path, command and address that is named there exists."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, write_files
from packaging.specifiers import SpecifierSet
from PIL import Image

from tools import picture
from tools.check import check
from tools.project import Project

TEXTS = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "SECURITY.md",
    ".github/PULL_REQUEST_TEMPLATE.md",
]
ADD_A_PAGE = {"examples/my-page/my_idea.py", "docs/my-page.md", "tests/search/my-page.toml"}
ADD_MORE = {"examples/labs/my_lab.py", "examples/ledger/my_claim.py"}
MADE = {"site/", "site/sbom.cdx.json", "uv.lock"}
"""What a contributor makes, and what a build does."""
PATH = re.compile(
    r"(?<![\w./-])(?:(?:docs|examples|tests|tools|site|\.github|\.devcontainer)/[\w./-]*"
    r"|[\w-]+\.(?:md|toml|lock|yml|cff))(?![\w*])"
)
MAKE = r"make ((?:[a-z]+ ?)+)"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def without_blocks(text: str) -> str:
    """The text without what its blocks hold, unless that is commands."""
    block = re.compile(r"^ *(`{3,})(\w*).*?\n *\1$", re.M | re.S)
    return block.sub(lambda found: found[0] if found[2] in ("sh", "bat") else "", text)


def in_blocks(pattern: str, text: str) -> list[str]:
    """What a pattern finds in the commands of a text; in its prose, "make" is a word."""
    blocks = re.findall(r"^ *```\w+\n(.*?)\n *```$", text, re.M | re.S)
    return [found for block in blocks for found in re.findall(pattern, block, re.M)]


def anchors(text: str) -> set[str]:
    """The addresses that GitHub gives to the headings of a file."""
    headings = re.findall(r"^#+ (.+)$", without_blocks(text), re.M)
    return {re.sub(r"[^\w\- ]", "", each).lower().replace(" ", "-") for each in headings}


def lost(text: str, root: Path) -> set[str]:
    """The paths, links and commands of a text that lead nowhere."""
    makefile = (root / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    prose = without_blocks(text)
    return {
        *(path for path in PATH.findall(prose) if not found(path, root)),
        *(link for link in re.findall(r"\]\((?!https?:)([^)]+)\)", prose) if not leads(link, root)),
        *(
            f"make {target}"
            for command in [*re.findall(rf"`{MAKE}", prose), *in_blocks(rf"^ *{MAKE}", prose)]
            for target in command.split()
            if target not in targets
        ),
        *(
            f"python -m {module}"
            for module in re.findall(r"python -m (tools[\w.]*\w)", prose)
            if not found(module.replace(".", "/") + ".py", root)
            and not found(module.replace(".", "/") + "/__main__.py", root)
        ),
    }


def found(path: str, root: Path) -> bool:
    if path in ADD_A_PAGE | ADD_MORE | MADE:
        return True
    below = [path, f"docs/{path}", f"examples/{path}", f"examples/ledger/{path}"]
    return any((root / place).exists() for place in below)


def leads(link: str, root: Path) -> bool:
    file, _, anchor = link.partition("#")
    target = root / (file or "CONTRIBUTING.md")
    return target.exists() and (not anchor or anchor in anchors(target.read_text("utf-8")))


def test_a_word_is_no_command():
    assert (
        lost("These commands\nmake sure of it.\n\n```sh\nmake test    # all\n```\n", ROOT) == set()
    )


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_named_exists(name):
    assert lost((ROOT / name).read_text("utf-8"), ROOT) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See `tools/gone.py`.", "tools/gone.py"),
        ("See [this](docs/gone.md).", "docs/gone.md"),
        ("See [this](#gone).", "#gone"),
        ("See GONE.md.", "GONE.md"),
        ("One command: `make lint tests`.", "make tests"),
        ("```sh\nmake tests    # all\n```", "make tests"),
        ("`python -m tools.gone` does it.", "python -m tools.gone"),
    ],
)
def test_what_is_not_there_is_told(text, said):
    assert said in lost(text, ROOT)


def test_the_readme_is_one_screen_with_a_picture():
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= 45
    (file,) = re.findall(r'<img src="([^"]+)" width="\d+" alt="[^"]{30,}">', text)
    assert file == PROJECT["tool"]["look"]["picture"]["file"]
    assert (ROOT / file).stat().st_size < 120 * 1024


def test_one_version():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    version = PROJECT["project"]["version"]
    assert cited["version"] == version
    assert cited["license"] == PROJECT["project"]["license"]
    assert "## [Unreleased]" in changes or f"## [{version}]" in changes


def test_the_forms_ask_for_what_is_needed():
    forms = ROOT / ".github/ISSUE_TEMPLATE"
    needed = {
        "broken-program": {"program", "printed", "versions", "system"},
        "wrong-statement": {"page", "sentence", "proof", "against"},
    }
    for name, ids in needed.items():
        form = yaml.safe_load((forms / f"{name}.yml").read_text("utf-8"))
        asked = {part["id"] for part in form["body"] if part.get("validations", {}).get("required")}
        assert asked == ids


def test_the_devcontainer_is_set_up_by_a_script_that_runs():
    folder = ROOT / ".devcontainer"
    container = json.loads((folder / "devcontainer.json").read_text("utf-8"))
    python = re.search(r"python:(\d+\.\d+)-", container["image"])
    assert python
    assert python[1] in SpecifierSet(PROJECT["project"]["requires-python"])
    script = ROOT / container["postCreateCommand"]
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert container["forwardPorts"] == [8000]


def test_what_runs_before_a_commit_is_what_make_lint_runs():
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    linted = re.search(r"^lint:.*?\n\n", (ROOT / "Makefile").read_text("utf-8"), re.M | re.S)
    assert linted
    (repo,) = yaml.safe_load(text)["repos"]
    for hook in repo["hooks"]:
        command = hook["entry"].replace(" --force-exclude", "").replace(".venv/bin/", "$(BIN)/")
        assert command in linted[0]


# On Windows -----------------------------------------------------------------------------


def test_without_fork_the_check_says_where_it_works(tmp_path, monkeypatch):
    write_files(tmp_path, {"docs/index.md": "# Page\n"})
    monkeypatch.delattr(os, "fork")
    (failure,) = check(Project.read(tmp_path)).failures
    assert "the check needs Linux or macOS: on Windows use WSL" in str(failure)
    assert "CONTRIBUTING.md" in failure.detail


HIDING = """
import importlib.abc, mkdocs.plugins, os, signal, subprocess, sys
import mkdocs.commands.serve, watchdog.observers
hidden = {"fcntl", "resource", "pwd", "grp", "termios"}
class Hide(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in hidden:
            raise ModuleNotFoundError(name=name)
sys.meta_path.insert(0, Hide())
for name in hidden:
    sys.modules.pop(name, None)
for name in ("fork", "forkpty", "killpg", "sched_getaffinity", "getuid"):
    delattr(os, name)
for name in ("SIGKILL", "SIGCHLD", "SIGSTOP"):
    delattr(signal, name)
sys.platform = "win32"
import tools.site.hook
"""


def test_the_hook_is_loaded_where_windows_lacks_what_the_runner_needs():
    """So that its message is reached, and no import fails before."""
    done = subprocess.run([sys.executable, "-c", HIDING], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


# The picture ----------------------------------------------------------------------------

PAGE = """<!doctype html><body style="margin:0"><article>
<p>Another sentence. <button popovertarget="a" class="proof__sign">?</button></p>
<p style="margin-top:300px">It has learned.
<button popovertarget="b" class="proof__sign">?</button>
<small class="proof__evidence" id="b" popover style="position:fixed;inset:auto;top:400px;
height:50px;width:200px;padding:0;border:0;background:#4078c8">40</small></p>
</article>"""
WANTED = """
[tool.look.picture]
page = "page.html"
sentence = "has learned"
file = "picture.png"
"""


@pytest.mark.browser
def test_the_picture_ends_below_the_opened_proof(browser, tmp_path):
    write_files(tmp_path, {"site/page.html": PAGE, "pyproject.toml": WANTED})
    command = [sys.executable, "-m", "tools.picture"]  # two browsers do not fit in one process
    around = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=tmp_path, env=around, check=True)
    with Image.open(tmp_path / "picture.png") as taken:
        assert taken.size == (picture.WIDTH * 3 // 2, (450 + picture.MARGIN) * 3 // 2)
        colours = {taken.convert("RGB").getpixel((50, y)) for y in range(taken.height)}
    assert (64, 120, 200) in colours


def test_a_picture_needs_a_browser_and_a_site(tmp_path, monkeypatch):
    write_files(tmp_path, {"pyproject.toml": WANTED})
    monkeypatch.setattr(picture, "chromium", lambda: None)
    with pytest.raises(SystemExit, match="no Chromium"):
        picture.main(tmp_path)
    monkeypatch.setattr(picture, "chromium", lambda: "chromium")
    with pytest.raises(SystemExit, match="make site"):
        picture.main(tmp_path)
