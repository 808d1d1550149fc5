"""The notebooks that Colab opens lie beside the labs, and stay in step with them."""

import json
import re

import nbformat
import pytest
from conftest import CONFIG, ROOT, planted

from tools.labs.colab import Notebooks
from tools.labs.lab import find_labs
from tools.labs.notebook import notebook_of
from tools.project import Project
from tools.record import record, record_anew

PROJECT = Project.read(ROOT)
LABS = find_labs(PROJECT)
INSTALLS = {"colab-text", "colab-install"}
SETTINGS = CONFIG + (
    '[tool.check.labs]\ncolab = "lock.txt"\n'
    '[tool.check.versions]\nOne = "one"\nTwo = "two-words"\nThree = "three"\n'
)
LOCK = "one==1.2 \\\n    --hash=sha256:0\ntwo-words==2.0rc1 ; python_version > '3'\nfour==4\n"
LAB = (
    "# %% [markdown]\n# # Title\n#\n# A lab for [a\n# page](../a.html), see [this](https://x.org).\n"
    '# It is so. <!-- proof: labs/walk\n# "1" --> Yes.\n\n'
    "# %%\n# alt: A line.\nimport two_words\n\nprint(1)\n\n# %%\nprint(2)\n"
)


@pytest.fixture
def project(tmp_path):
    files = {"pyproject.toml": SETTINGS, "lock.txt": LOCK, "examples/labs/walk.py": LAB}
    return planted(tmp_path, files)


def recorded(project: Project) -> Project:
    notebooks = Notebooks(project)
    list(notebooks.record(notebooks.labs))
    return Project.read(project.root)


def failures(project: Project) -> list[tuple[tuple[str, ...], str]]:
    found = Notebooks(Project.read(project.root)).failures()
    return [(failure.places, failure.what) for failure in found]


def followed(cell) -> str:
    """The text of a cell that jupytext read, without marks and links to pages of the site."""
    text = re.sub(r"(?s)\s*<!--.*?-->", "", cell.source)
    return re.sub(r"(?s)\[([^\]]+)\]\(\.\./[^)]*\)", r"\1", text)


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.program.name)
def test_it_is_the_notebook_of_the_site_without_outputs_marks_and_links_to_pages(lab):
    text = (ROOT / "examples" / lab.uri).read_text(encoding="utf-8")
    book = nbformat.reads(text, as_version=4)
    nbformat.validate(book)
    assert nbformat.writes(book) + "\n" == text
    mine = [cell for cell in book.cells if cell.id not in INSTALLS]
    whole = nbformat.reads(notebook_of(lab, None), as_version=4).cells
    assert [(cell.id, cell.cell_type) for cell in mine] == [
        (cell.id, cell.cell_type) for cell in whole
    ]
    for cell, other in zip(mine, whole, strict=True):
        assert cell.source == (followed(other) if cell.cell_type == "markdown" else other.source)
    assert "<!--" not in text
    assert "](.." not in text


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.program.name)
def test_it_installs_what_the_lock_has_before_anything_is_imported(lab):
    book = nbformat.read(ROOT / "examples" / lab.uri, as_version=4)
    first = next(cell for cell in book.cells if cell.cell_type == "code")
    pins = first.source.removeprefix("%pip install --quiet ").split()
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert {pin.partition("==")[0] for pin in pins} >= {"tensorflow", "keras"}
    assert all(f"{pin} \\" in lock for pin in pins)


def test_text_has_no_marks_and_no_links_that_lead_nowhere(project):
    (lab,) = find_labs(project)
    cells = json.loads(Notebooks(project).text_of(lab))["cells"]
    title, _, install, code, last = ["".join(cell["source"]) for cell in cells]
    assert title == ("# Title\n\nA lab for a\npage, see [this](https://x.org).\nIt is so. Yes.")
    assert install == "%pip install --quiet two-words==2.0rc1"
    assert (code, last) == ("import two_words\n\nprint(1)", "print(2)")


def test_nothing_is_installed_where_the_lab_names_no_package_of_the_lock(tmp_path):
    lock = "tensorflow==2\n"
    files = {"pyproject.toml": SETTINGS, "lock.txt": lock, "examples/labs/walk.py": LAB}
    project = planted(tmp_path, files)
    assert "pip" not in Notebooks(project).text_of(find_labs(project)[0])


def test_what_is_recorded_is_in_step_and_written_once(project):
    assert failures(recorded(project)) == []
    notebooks = Notebooks(project)
    assert list(notebooks.record(notebooks.labs)) == []


ASKS = "examples/labs/walk.ipynb is not the notebook of this lab: make record ONLY=labs/walk"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("labs/walk.py", "print(2)", "print(3)", 15),
        ("labs/walk.py", "It is so", "It is not", 1),
        ("labs/walk.py", "# %%\nprint(2)\n", "", 1),
        ("labs/walk.ipynb", "print(1)", "print(4)", 9),
        ("labs/walk.ipynb", "two-words==2.0rc1", "two-words==3", 1),
        ("labs/walk.ipynb", "{", "[", 1),
        ("../lock.txt", "two-words==2.0rc1", "two-words==3", 1),
    ],
)
def test_one_that_is_not_in_step_fails_at_the_line_of_the_lab(project, file, old, new, line):
    path = recorded(project).folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    assert failures(project) == [((f"examples/labs/walk.py:{line}",), ASKS)]


def test_one_that_is_no_text_fails_and_is_written_anew(project):
    (recorded(project).folder / "labs/walk.ipynb").write_bytes(b"\xff{")
    assert failures(project) == [(("examples/labs/walk.py:1",), ASKS)]
    assert failures(recorded(project)) == []


def test_a_missing_one_fails_and_one_without_a_lab(project):
    assert failures(project) == [(("examples/labs/walk.py:1",), ASKS)]
    (recorded(project).folder / "labs/walk.py").rename(project.folder / "labs/run.py")
    places = [places for places, _ in failures(project)]
    assert places == [("examples/labs/run.py:1",), ("examples/labs/walk.ipynb:1",)]


def test_a_lock_that_is_missing_is_named(project):
    (project.root / "lock.txt").unlink()
    assert failures(project) == [(("pyproject.toml:1",), "tool.check.labs.colab: no file lock.txt")]


def test_a_project_that_asks_for_none_has_none(tmp_path):
    settings = SETTINGS.replace('colab = "lock.txt"\n', "")
    files = {"pyproject.toml": settings, "examples/labs/walk.py": LAB}
    assert failures(recorded(planted(tmp_path, files))) == []
    assert not (tmp_path / "examples/labs/walk.ipynb").exists()


def test_make_record_writes_it(tmp_path):
    files = {"pyproject.toml": SETTINGS, "lock.txt": LOCK, "docs/index.md": "# Home\n"}
    lab = LAB.replace("import two_words\n\n", "")
    project = planted(tmp_path, files | {"examples/labs/walk.py": lab})
    assert "examples/labs/walk.ipynb recorded" in list(record(project, "labs/walk"))
    assert failures(project) == []


def test_a_recording_after_an_upgrade_writes_the_notebooks_with_the_new_lock(project):
    known = recorded(project)
    (project.root / "lock.txt").write_text(LOCK.replace("one==1.2", "one==1.3"), "utf-8")
    (project.root / "examples/labs/walk.py").write_text(LAB.replace("two_words", "one"), "utf-8")
    (failure,) = failures(known)
    assert "is not the notebook of this lab" in failure[1]
    list(record_anew(Project.read(project.root), []))
    assert failures(known) == []
    assert "one==1.3" in (project.root / "examples/labs/walk.ipynb").read_text("utf-8")
