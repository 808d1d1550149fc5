"""`mkdocs build` and `mkdocs serve` on copies of this site, sound and with faults planted."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import psutil
import pytest
from conftest import ROOT, Served, copy_of_site

from tools.report import Report

pytestmark = pytest.mark.slow

OUTPUT = "examples/why-keras/loss_by_hand.out"
PROGRAM = "examples/why-keras/loss_by_keras.py"
PAGE = "docs/why-keras.md"
LEDGER = "examples/ledger/ledger.csv"


@pytest.fixture
def site(tmp_path: Path, report: Report) -> Path:
    """A copy to plant faults in. The report is made first: the copy reuses its runs."""
    return copy_of_site(tmp_path)


def replace(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(root: Path, name: str, text: str) -> int:
    """The first line of a file that holds this text."""
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def run(root: Path, *command: str, **settings: str) -> subprocess.CompletedProcess:
    """Run a Python module in the copy, as outside CI: what CI lacks is not the point here."""
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | settings
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def content_of(folder: Path) -> dict[str, str]:
    """A hash of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("options", [[], ["--strict"]], ids=["plain", "strict"])
def test_a_build_with_faults_lists_all_and_leaves_the_old_site(site, options):
    (site / "site").mkdir()
    (site / "site/index.html").write_text("the last good site")
    replace(site, OUTPUT, "1.5", "2.5")
    replace(site, PROGRAM, "SparseCategoricalCrossentropy", "SparseCrossentropy")
    replace(site, PAGE, "## Remember", "```py\nimport keras\n```\n\n## Remember")
    replace(site, "docs/index.md", "`examples/`", "`keras.nonsense`")

    built = run(site, "mkdocs", "build", *options)

    assert built.returncode == 1
    assert "Traceback (most recent call last)" not in built.stdout.split("failures in")[0]
    expected = {
        f"{PAGE}:{line_of(site, PAGE, 'loss_by_hand.out') - 1}": "writes something else",
        f"{PAGE}:{line_of(site, PAGE, 'loss_by_keras.py')}": "raised AttributeError",
        f"{PAGE}:{line_of(site, PAGE, 'import keras') - 1}": "cannot be checked",
        f"docs/index.md:{line_of(site, 'docs/index.md', 'keras.nonsense')}": "does not exist",
    }
    for place, what in expected.items():
        assert re.search(rf"{re.escape(place)}: .*{what}", built.stdout), (place, built.stdout)
    for place in (f"{OUTPUT}:1", f"{PROGRAM}:{line_of(site, PROGRAM, 'SparseCross')}"):
        assert f"see {place}" in built.stdout
    assert "4 failures" in built.stdout
    assert content_of(site / "site") == {
        "index.html": hashlib.sha256(b"the last good site").hexdigest()
    }


@pytest.mark.skipif(not shutil.which("make"), reason="no make")
def test_what_mkdocs_itself_finds_leaves_the_old_site_too(site):
    (site / "site").mkdir()
    (site / "site/index.html").write_text("the last good site")
    (site / "docs/forgotten.md").write_text("# In no navigation\n")
    shutil.copy(ROOT / "Makefile", site)
    command = ["make", "-o", ".venv/ready", "site", f"BIN={Path(sys.executable).parent}"]

    built = subprocess.run(command, cwd=site, capture_output=True, text=True)
    assert built.returncode
    assert "forgotten.md" in built.stderr
    assert (site / "site/index.html").read_text() == "the last good site"

    (site / "docs/forgotten.md").unlink()
    subprocess.run(command, cwd=site, capture_output=True, check=True)
    assert (site / "site/install.html").exists()


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        (OUTPUT, "1.5", "2.5", f"{OUTPUT}:1"),
        (PROGRAM, "SparseCategoricalCrossentropy", "SparseCrossentropy", f"{PROGRAM}:7"),
    ],
    ids=["a number in an output", "a name in a program"],
)
def test_pytest_fails_on_a_fault_and_names_the_program_and_the_line(site, name, old, new, place):
    replace(site, name, old, new)
    tested = run(site, "pytest", "-q", "tests/test_programs.py")
    program = name.replace(".out", ".py")
    assert tested.returncode == 1
    assert place in tested.stdout
    assert f"FAILED tests/test_programs.py::test_program[{program}]" in tested.stdout
    assert "1 failed" in tested.stdout


def test_a_verdict_changed_by_hand_fails_the_build_and_names_the_claim(site):
    row = f"part-of,tensorflow-{version('tensorflow')},"
    line = line_of(site, LEDGER, row)
    text = (site / LEDGER).read_text(encoding="utf-8").splitlines()[line - 1]
    replace(site, LEDGER, text, text.replace(",holds,", ",does not hold,"))
    built = run(site, "mkdocs", "build")
    assert built.returncode == 1
    assert f"{LEDGER}:{line}: the claim part-of moved: 'does not hold' on" in built.stdout
    assert "'holds' now" in built.stdout


def test_statements_that_have_lost_their_proof_fail_the_build_at_their_lines(site):
    """One of each kind: a program's output, a row of the ledger, a quotation, a value filled in."""
    page = "docs/other.md"
    (site / page).write_text(
        '# Other\n\nIt is so. <!-- proof: why-keras/loss_by_hand "cross-entropy: 1.5" -->\n\n'
        'It is there. <!-- proof: ledger/part-of on tensorflow-2.0.4 "verdict: holds" -->\n\n'
        "It says so. <!-- source: planted -->\n\n"
        'It is <!-- value: why-keras/loss_by_hand "entropy: {}93" -->.\n'
    )
    source = "title='T'\naddress='https://a.example'\nread=2026-11-24\nquote='Keras is'\n"
    with (site / "examples/sources.toml").open("a") as file:
        file.write(f"\n[planted]\n{source}package='keras'\nfile='__init__.py'\n")
    replace(site, "mkdocs.yml", "nav:\n", "nav:\n  - O: other.md\n")
    program, text = OUTPUT.replace(".out", ".py"), "cross-entropy:"
    replace(site, program, text, text.upper())
    rows = (site / LEDGER).read_text(encoding="utf-8")
    old = next(line for line in rows.splitlines() if line.startswith("part-of,tensorflow-2.0.4,"))
    replace(site, LEDGER, old, old.replace(",holds,", ",does not hold,"))
    built = run(site, "mkdocs", "build")
    assert built.returncode == 1
    line = line_of(site, "examples/sources.toml", "[planted]")
    for place, what in {
        f"{page}:3": "a statement has lost its proof: why-keras/loss_by_hand says nothing like",
        f"{page}:5": "ledger/part-of on tensorflow-2.0.4 says nothing like 'verdict: holds'",
        f"examples/sources.toml:{line}": "the source planted quotes words that keras/__init__.py",
        f"{page}:9": "takes a value from why-keras/loss_by_hand, which prints nothing like",
    }.items():
        assert re.search(rf"{re.escape(place)}: .*{re.escape(what)}", built.stdout), built.stdout


def test_plain_mkdocs_shows_the_same_programs(site):
    """The hook checks; it renders nothing that a page needs. Labs alone are made by it."""
    replace(site, "mkdocs.yml", "hooks: [tools/site/hook.py]\n", "")
    built = run(site, "mkdocs", "build")
    assert built.returncode == 0, built.stdout
    page = (site / "site/why-keras.html").read_text(encoding="utf-8")
    assert "cross-entropy: 1.52593" in page
    assert 'class="checked"' not in page
    assert "This page was built without the check." in page


def test_a_server_keeps_its_parent_warm_and_builds_when_something_changed_only(site):
    """Reading the files at each build must not count as a change, nor start another build."""
    served = Served(site)
    try:
        served.wait_for("Serving on")
        for number in (1, 2):
            replace(site, PROGRAM, "import", f"# {number}\nimport")
            served.wait_for(f"{PROGRAM} ran", number)
            served.wait_for("Reloading browsers", number)
            if number == 1:
                parents = served.parents()
        assert parents
        assert served.parents() == parents
        time.sleep(2)
        assert served.log.read_text().count("Reloading browsers") == 2
    finally:
        served.stop()
    assert not psutil.pid_exists(parents[0])


def test_a_server_renders_what_changed_and_keeps_the_rest(site):
    served = Served(site)
    try:
        served.wait_for("Serving on")
        before = served.page("layer-cake.html")
        assert "Content-Security-Policy" not in before  # the server's own script has to run
        replace(site, PAGE, "## Remember", "A sentence that is new.\n\n## Remember")
        replace(site, OUTPUT, "1.5", "2.5")
        served.wait_for("Reloading browsers")
        page = served.page("why-keras.html")
        assert "A sentence that is new." in page
        assert "cross-entropy: 2.52593" in page
        after = served.page("layer-cake.html")
        assert without_failures(after) == without_failures(before)
    finally:
        served.stop()


def without_failures(page: str) -> str:
    """A page as it is without the list of failures, and the numbers of the build."""
    page = re.sub(r'(?s)<aside class="checked.*?</aside>', "", page)
    return " ".join(re.sub(r"livereload\(.*?\)", "", page).split())


def test_a_server_shows_the_failures_and_goes_on(site):
    served = Served(site)
    try:
        served.wait_for("Serving on")
        assert 'class="checked checked--failed"' not in served.page("why-keras.html")

        replace(site, OUTPUT, "1.5", "2.5")
        replace(site, PAGE, '<-- "why-keras/loss_by_keras.py', '<-- "why-keras/loss_by_kears.py')
        served.wait_for(f"{OUTPUT}:1")
        served.wait_for("includes examples/why-keras/loss_by_kears.py, which does not exist")
        served.wait_for("Reloading browsers")
        assert 'class="checked checked--failed"' in served.page("why-keras.html")

        replace(site, OUTPUT, "2.5", "1.5")
        replace(site, PAGE, "loss_by_kears.py", "loss_by_keras.py")
        for _ in range(300):
            if 'class="checked checked--failed"' not in served.page("why-keras.html"):
                break
            time.sleep(0.1)
        assert 'class="checked checked--failed"' not in served.page("why-keras.html")
        assert served.process.poll() is None
    finally:
        served.stop()
