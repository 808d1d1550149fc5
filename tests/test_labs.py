"""Labs: cells that fail are named, notebooks hold what was run, and what is downloaded runs."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from conftest import CONFIG, ROOT, planted
from mkdocs_jupyter.convert import nb2html
from nbclient import NotebookClient

from tools.check import check
from tools.labs.download import to_download
from tools.labs.formulas import is_sound, to_mathml
from tools.labs.lab import find_labs
from tools.labs.notebook import notebook_of
from tools.project import Project
from tools.record import record
from tools.site.bundle import bundle
from tools.site.kept import Kept
from tools.site.notebook_page import slim
from tools.site.proofs import Proofs

LABS = find_labs(Project.read(ROOT))
WITH_LABS = CONFIG + "[tool.check.labs]\n[tool.check.names.roots]\nkeras = 'keras'\n"
TITLE = "# %% [markdown]\n# # Title\n\n# %%\n"
DRAWING = "import matplotlib.pyplot as plt\n\nfig, ax = plt.subplots()\nax.plot([1, 2])\n"
PLANTED = {
    # the text of a lab, what it printed when it was recorded, what is said, and at which line
    "sound": (
        f"{TITLE}# alt: A line that\n# rises.\n{DRAWING}print(1)\n\n# %% [markdown]\n# Then.\n\n"
        "# %%\nimport tensorflow as tf\n\n\n@tf.function\ndef sign(x):\n    if x > 0:\n"
        "        return 1\n    return -1\n\n\nprint(__name__, int(sign(tf.constant(2))))\n",
        "1\n__main__ 1\n",
        None,
        0,
    ),
    "raises": (f"{TITLE}print(1)\n\n# %%\n1 / 0\n", "1\n", "raised ZeroDivisionError", 8),
    "raises_below": (
        f"{TITLE}def broken():\n    return 1 / 0\n\n\n# %%\nbroken()\n",
        "1\n",
        "raised ZeroDivisionError",
        6,
    ),
    "is_no_python": (f"{TITLE}print(1\n", "1\n", "raised SyntaxError", 5),
    "prints_otherwise": (f"{TITLE}print(1)\n\n# %%\nprint(2)\n", "1\n3\n", "something else", 8),
    "has_no_title": ("# %%\nprint(1)\n", "1\n", "begins with its title", 1),
    "draws_in_silence": (f"{TITLE}{DRAWING}print(1)\n", "1\n", "draws 1 figures and has 0", 4),
    "runs_its_alternatives_together": (
        f"{TITLE}# alt: One.\n# alt: Two.\n{DRAWING}plt.subplots()\nprint(1)\n",
        "1\n",
        "draws 2 figures and has 1",
        4,
    ),
    "measures": (f"{TITLE}# measured\n# alt: One.\n{DRAWING}print(1)\n", "1\n", "is missing", 4),
    "measures_in_silence": (f"{TITLE}# measured\nprint(1)\n", "1\n", "draws nothing", 4),
    "measures_twice": (
        f"{TITLE}# measured\n# alt: One.\n{DRAWING}print(1)\n\n"
        f"# %%\n# measured\n# alt: Two.\n{DRAWING}",
        "1\n",
        "here is another",
        13,
    ),
    "keeps_for_nothing": (f"{TITLE}print(1)\n", "1\n", "is shown by no cell", 1),
    "takes_a_value": (
        f'{TITLE}print(1)\n\n# %% [markdown]\n# It is <!-- value: labs/sound "{{}}" -->.\n',
        "1\n",
        "a value in the text of a lab: print it",
        8,
    ),
    "types_code": (
        f"{TITLE}print(1)\n\n# %% [markdown]\n# ```python\n# x\n# ```\n",
        "1\n",
        "a fence in the text",
        8,
    ),
    "types_a_broken_formula": (
        f"{TITLE}print(1)\n\n# %% [markdown]\n# $x^2$ and\n# $\\frak{{x$\n",
        "1\n",
        "a formula that cannot be drawn",
        9,
    ),
    "names_nothing": (
        f"{TITLE}print(1)\n\n# %% [markdown]\n# See `keras.nonsense`.\n",
        "1\n",
        "`keras.nonsense` does not exist",
        8,
    ),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """A check of a project with one lab for each fault, and the names of the labs it ran."""
    root = tmp_path_factory.mktemp("planted")
    files = {"docs/index.md": "# Home\n", "pyproject.toml": WITH_LABS}
    for name, (text, output, _, _) in PLANTED.items():
        files[f"examples/labs/{name}.py"] = text
        files[f"examples/labs/{name}.out"] = output
        if name in ("measures_twice", "keeps_for_nothing"):
            files[f"examples/labs/{name}.svg"] = "<svg></svg>"
    project = planted(root, files)
    lines: list[str] = []
    report = check(project, lines.append)
    check(project, lines.append)
    return report, [line.split()[0] for line in lines]


@pytest.mark.parametrize("name", [name for name in PLANTED if PLANTED[name][2]])
def test_a_fault_of_a_lab_is_caught_at_its_line(checked, name):
    _, _, said, line = PLANTED[name]
    (failure,) = [f for f in checked[0].failures if f"/{name}." in " ".join(f.places)]
    assert said in failure.what
    assert f"examples/labs/{name}.py:{line}" in failure.places


def test_nothing_else_fails(checked):
    assert len(checked[0].failures) == len(PLANTED) - 1


def test_of_a_lab_that_could_not_be_run_the_text_is_judged(checked):
    labs = {lab.program.name: lab for lab in find_labs(checked[0].project)}
    assert list(labs["draws_in_silence"].failures(None)) == []
    (failure,) = labs["types_code"].failures(None)
    assert failure.places == ("examples/labs/types_code.py:8",)


def test_a_lab_is_run_once_and_one_that_failed_again(checked):
    assert checked[1].count("examples/labs/sound.py") == 1
    assert checked[1].count("examples/labs/raises.py") == 2


@pytest.fixture
def sound(checked):
    """A sound lab and its run."""
    report = checked[0]
    (lab,) = [lab for lab in find_labs(report.project) if lab.program.name == "sound"]
    return lab, report.runs[lab.program]


def test_each_cell_of_a_notebook_has_its_own_outputs(sound):
    book = nbformat.reads(notebook_of(*sound), as_version=4)
    nbformat.validate(book)
    text, first, _, last = book.cells
    assert text.source == "# Title"
    assert first.outputs[0].text == "1\n"
    assert [output.text for output in last.outputs] == ["__main__ 1\n"]
    assert (first.execution_count, last.execution_count) == (1, 2)


def test_a_figure_is_a_picture_with_a_text_alternative(sound):
    book = nbformat.reads(notebook_of(*sound), as_version=4)
    (figure,) = [o for o in book.cells[1].outputs if o.output_type == "display_data"]
    svg = figure.data["image/svg+xml"]
    assert svg.startswith('<svg role="img" aria-label="A line that rises." ')
    assert 'id="figure_1"' not in svg


def test_a_notebook_is_made_the_same_twice(sound):
    assert notebook_of(*sound) == notebook_of(*sound)


LINKING = """# %% [markdown]
# # Title
#
# A lab for [2 The
# pages](../a/two.html#x), with [a file](https://example.org/b).

# %%
print("[c](../d.html)")
"""


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("", "2 The\npages"),
        (
            "https://example.org/book/labs/links.html",
            "[2 The\npages](https://example.org/book/a/two.html#x)",
        ),
    ],
)
def test_a_notebook_to_download_has_no_link_that_leads_nowhere(tmp_path, address, first):
    files = {"docs/index.md": "# Home\n", "pyproject.toml": WITH_LABS}
    project = planted(tmp_path, files | {"examples/labs/links.py": LINKING})
    book = notebook_of(find_labs(project)[0], None)
    text, code = nbformat.reads(to_download(book, address), as_version=4).cells
    second = "[a file](https://example.org/b)"
    assert text.source == f"# Title\n\nA lab for {first}, with {second}."
    assert code.source == 'print("[c](../d.html)")'
    assert "](../a/two.html" in book  # on the page it stays a link


def test_a_notebook_without_links_is_downloaded_as_it_is(sound):
    assert to_download(notebook_of(*sound)) == notebook_of(*sound)


MEASURING = (
    f"{TITLE}import time\n\nprint(1)\n\n# %%\n# measured\n# alt: The time.\n"
    f"{DRAWING}ax.set_title(time.time())\n\n# %%\n# alt: A line.\n{DRAWING}"
)


def test_a_figure_of_measured_values_is_recorded_and_shown_by_every_build(tmp_path):
    files = {"docs/index.md": "# Home\n", "pyproject.toml": WITH_LABS}
    project = planted(tmp_path, files | {"examples/labs/a.py": MEASURING})
    kept = tmp_path / "examples/labs/a.svg"
    assert "examples/labs/a.svg recorded" in list(record(project))
    first = kept.read_text(encoding="utf-8")
    assert "<title>" not in first
    assert "examples/labs/a.svg recorded" not in list(record(project))
    report = check(Project.read(tmp_path), print)
    assert report.failures == []
    (lab,) = find_labs(report.project)
    run = report.runs[lab.program]
    assert [figures and figures[0] == first for figures in lab.figures(run)] == [
        [],
        [],
        True,
        False,
    ]
    assert run.cells[2]["figures"] != [first]
    assert "measured" not in notebook_of(lab, run)
    assert "examples/labs/a.svg recorded" in list(record(project, "labs/a"))
    assert kept.read_text(encoding="utf-8") != first


def test_a_table_in_the_text_looks_as_on_other_pages(tmp_path):
    text = nbformat.v4.new_markdown_cell('<table border="1" class="dataframe"><tr><td>1</td></tr>')
    nbformat.write(nbformat.v4.new_notebook(cells=[text]), tmp_path / "table.ipynb")
    assert "<table>" in slim(nb2html(str(tmp_path / "table.ipynb")))


def test_what_is_made_of_a_lab_is_made_once_and_goes_with_it(sound, tmp_path):
    first = Kept(tmp_path)
    pages = [first.notebook(*sound), first.notebook_page("<p>1</p>")]
    first.forget_unused()
    assert len(list(first.folder.iterdir())) == 2
    second = Kept(tmp_path)
    assert second.notebook(*sound) == pages[0]
    second.forget_unused()
    (left,) = first.folder.iterdir()
    assert left.read_text(encoding="utf-8") == pages[0]


# Marks ------------------------------------------------------------------------------------

WITH_MARKS = WITH_LABS + "[tool.check.statements]\nabsent = ['GPU']\n"
MARK = '<!-- proof: labs/states "1 trace" -->'
TEXT = "\n# %% [markdown]\n"
PRINTING = f"{TITLE}print('1 trace')\n{TEXT}"
STATED = {
    # the text of a lab, what is said, and at which line
    "states": (
        f"{TITLE}# alt: A line that\n# rises.\n# {MARK}\n{DRAWING}print('1 trace')\n{TEXT}"
        f"# It traces\n# once. {MARK}\n#\n# More.\n\n# %%\nx = 1\n{TEXT}# Nothing was shown.\n",
        None,
        0,
    ),
    "explains": (f"{PRINTING}# One. {MARK}\n# Two.\n", "explains a result and has no mark", 9),
    "explains_a_picture": (
        f"{TITLE}# alt: Up. {MARK}\n{DRAWING}{TEXT}# It rises.\n",
        "explains a result and has no mark",
        12,
    ),
    "draws": (f"{TITLE}# alt: It\n# rises.\n{DRAWING}", "says what a picture shows and has no", 5),
    "draws_and_says_more": (
        f"{TITLE}# alt: Proven.\n# {MARK}\n# Not proven.\n{DRAWING}",
        "says what a picture shows and has no mark",
        7,
    ),
    "has_lost_a_proof": (
        f"{PRINTING}# So it\n# is. {MARK.replace('1', '2')}\n",
        "labs/states says nothing like '2 trace'",
        8,
    ),
    "has_lost_the_proof_of_a_picture": (
        f"{TITLE}# alt: It\n# rises.\n# {MARK.replace('1', '2')}\n{DRAWING}",
        "labs/states says nothing like '2 trace'",
        5,
    ),
    "cannot_be_read": (
        f"{PRINTING}# It\n# is. <!-- proof: labs/states -->\n",
        "a mark cannot be read",
        9,
    ),
    "remembers": (f"{PRINTING}# ## Remember\n#\n# - It is.\n", "stands under Remember and has", 10),
    "tabulates": (f"{PRINTING}# ## T\n#\n# | a |\n# | - |\n# | b |\n", "is a row of a table", 12),
    "has_no_gpu": (f"{PRINTING}# ## T\n#\n# A GPU is fast.\n", "about a GPU, which this build", 10),
}


@pytest.fixture(scope="module")
def stated(tmp_path_factory):
    """A check of a project with one lab for each fault of its statements, none of them recorded."""
    files = {"docs/index.md": "# Home\n", "pyproject.toml": WITH_MARKS}
    for name, (text, _, _) in STATED.items():
        files[f"examples/labs/{name}.py"] = text
    return check(planted(tmp_path_factory.mktemp("stated"), files))


@pytest.mark.parametrize("name", STATED)
def test_a_statement_of_a_lab_without_its_proof_fails_at_its_line(stated, name):
    _, said, line = STATED[name]
    here = [one for one in stated.failures if f"examples/labs/{name}.py:" in one.places[0]]
    failures = [one for one in here if "statement" in one.what or "mark" in one.what]
    failures = [one for one in failures if "not recorded as a pair" not in one.what]
    assert [one.places[0] for one in failures] == [f"examples/labs/{name}.py:{line}"] * bool(said)
    assert all(said in one.what for one in failures)


def test_the_statements_of_a_lab_are_recorded_and_counted(tmp_path, outside_ci):
    lab = f"{TITLE}print('1 trace')\n{TEXT}# It traces once. {MARK}\n"
    files = {"docs/index.md": "# Home\n", "pyproject.toml": WITH_MARKS}
    project = planted(tmp_path, files | {"examples/labs/states.py": lab})
    list(record(project, "labs"))
    assert (tmp_path / "statements.csv").read_text().splitlines()[1] == (
        'labs/states.ipynb,It traces once.,"proof: labs/states ""1 trace""",1 trace'
    )
    report = check(Project.read(tmp_path))
    assert report.failures == []
    assert report.account.sentence("labs/states.ipynb").startswith("1 marked statement: 1 proven")
    assert "| [labs/states](labs/states.ipynb) | 1 |" in report.account.text("by-page")


@pytest.fixture
def marked(stated):
    """The lab whose statements are all proven, its notebook, and what the check found."""
    (lab,) = [lab for lab in find_labs(stated.project) if lab.program.name == "states"]
    return lab, notebook_of(lab, stated.runs[lab.program]), stated


def test_a_notebook_shows_no_marks_and_no_text_alternatives_as_code(marked):
    book = nbformat.reads(marked[1], as_version=4)
    code = [cell.source for cell in book.cells if cell.cell_type == "code"]
    assert "<!--" not in "".join(code)
    assert code[0] == f"{DRAWING}print('1 trace')"
    (figure,) = [o for o in book.cells[1].outputs if o.output_type == "display_data"]
    assert figure.data["text/plain"] == "A line that rises."
    assert 'aria-label="A line that rises."' in figure.data["image/svg+xml"]


def test_a_notebook_shows_no_header_and_the_file_to_download_keeps_it(tmp_path):
    header = '# /// script\n# dependencies = ["keras"]\n# [tool.check]\n# timeout = 90\n# ///\n'
    lab = f"{TITLE}{header}\nx = 1  # alt: no text alternative\n\n# %%\n# It is one.\nprint(x)\n"
    files = {"docs/index.md": "# Home\n", "pyproject.toml": WITH_LABS}
    project = planted(tmp_path, files | {"examples/labs/asks.py": lab})
    (found,) = find_labs(project)
    cells = json.loads(notebook_of(found, None))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    assert code == ["x = 1  # alt: no text alternative", "# It is one.\nprint(x)"]
    assert found.program.source == lab


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.program.name)
def test_a_lab_shows_its_code_alone_and_leads_back_to_its_section(built, lab):
    path = (built / lab.uri).with_suffix(".html")
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    for block in page.select(".language-python"):
        assert not re.search(r"(?m)^# (alt:|///)", block.get_text())
    back = page.select_one("article p a[href^='../']")
    assert (path.parent / back["href"]).is_file()
    assert back.get_text()[:3] == page.select_one("h1").get_text().strip()[:3]


def test_the_reader_of_a_lab_opens_the_evidence_at_its_text_and_its_figures(marked, tmp_path):
    lab, book, report = marked
    (tmp_path / "states.ipynb").write_text(book, encoding="utf-8")
    html = Proofs(report.evidence, lab.uri).show(slim(nb2html(str(tmp_path / "states.ipynb"))))
    assert html.count('<button type="button" class="proof__sign"') == 2
    assert re.search(r"once\.<span class=\"proof\">&NoBreak;<button [^>]*popovertarget", html)
    assert re.search(r"</svg>\s*<span class=\"proof\">.*</span></figure>", html)
    assert "<code><mark>1 trace</mark></code>" in html
    assert '<a href="states.html">examples/labs/states.py</a> printed in this build:' in html
    assert "<!--" not in html


def test_a_bundle_holds_the_programs_of_a_page_and_what_they_read(tmp_path):
    reader = "from pathlib import Path\nimport pack\nhere = Path(__file__).parent\n"
    files = {
        "docs/a.md": "",
        "examples/a/one.py": reader + "print((here / 'data/x.csv').read_text())\n",
        "examples/a/one.out": "1\n\n",
        "examples/a/data/x.csv": "1\n",
        "examples/a/not_read.csv": "1\n",
        "examples/a/pack/__init__.py": "from . import part\n",
        "examples/a/pack/part.py": "x = 1\n",
        "examples/a/b/two.py": "print(2)\n",
        "examples/c/three.py": "print(3)\n",
    }
    report = check(planted(tmp_path, files))
    programs = [program for program in report.project.programs if program.page == "a"]
    packed = bundle(report.project, programs, report.runs)
    (tmp_path / "a.zip").write_bytes(packed)
    assert zipfile.ZipFile(tmp_path / "a.zip").namelist() == [
        "a/data/x.csv",
        "a/one.out",
        "a/one.py",
        "a/pack/__init__.py",
        "a/pack/part.py",
    ]
    assert packed == bundle(report.project, programs, report.runs)
    (tmp_path / "b.zip").write_bytes(bundle(report.project, programs, {}))
    assert zipfile.ZipFile(tmp_path / "b.zip").namelist() == ["a/one.out", "a/one.py"]


def run_python(path: Path) -> str:
    """What a program prints in a folder where nothing else of this project is."""
    folder = path.parent / "fresh"
    folder.mkdir()
    done = subprocess.run([sys.executable, path], cwd=folder, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.program.name)
def test_a_page_is_small_and_asks_for_nothing(built, lab):
    page = (built / lab.uri).with_suffix(".html").read_text(encoding="utf-8")
    bare = re.sub(r'(?s)<svg role="img".*?</svg>', "", page)
    assert "<figure" in bare
    assert '<div class="language-output highlight"><pre><code>\n' not in bare
    assert len(bare.encode()) < 150_000
    assert not re.search(r"<style|mathjax|mermaid|<script[^>]* src=\"http", bare)


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.program.name)
def test_each_cell_is_in_the_search_once(built, lab):
    script = (built / "search/sections.js").read_text(encoding="utf-8")
    sections = json.loads(script.removeprefix("const sections = ").rstrip(";\n"))
    page = Path(lab.uri).with_suffix(".html").as_posix()
    found = " ".join(part["text"] for part in sections if part["location"].startswith(page))
    assert found.count("import matplotlib.pyplot") == 1


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.program.name)
def test_a_downloaded_program_is_the_one_that_was_run(built, lab):
    assert (built / lab.uri).with_suffix(".py").read_text(encoding="utf-8") == lab.program.source


@pytest.mark.slow
def test_a_downloaded_program_runs_in_a_fresh_folder(built, tmp_path):
    path = tmp_path / "layer_cake_opened.py"
    path.write_bytes((built / "labs" / path.name).read_bytes())
    assert run_python(path) == (ROOT / "examples/labs/layer_cake_opened.out").read_text()


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.program.name)
def test_a_downloaded_notebook_runs_from_top_to_bottom(built, lab, tmp_path, monkeypatch):
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    monkeypatch.delenv("MPLBACKEND", raising=False)
    book = nbformat.read(built / lab.uri, as_version=4)
    shipped = [cell.copy() for cell in book.cells]
    paths = {"metadata": {"path": tmp_path}}
    NotebookClient(book, timeout=300, kernel_name="python3", resources=paths).execute()
    assert printed(book.cells) == printed(shipped)
    assert printed(book.cells) == lab.program.product(".out").read_text(encoding="utf-8")
    kinds = {output.output_type for cell in book.cells for output in cell.get("outputs", [])}
    assert kinds <= {"stream", "display_data"}  # a value at the end of a cell would be shown here


def printed(cells: list) -> str:
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return "".join(output.text for output in outputs if output.get("name") == "stdout")


@pytest.mark.slow
def test_a_downloaded_bundle_unpacks_and_its_programs_run(built, tmp_path):
    with zipfile.ZipFile(built / "why-keras.zip") as packed:
        packed.extractall(tmp_path)
    program = tmp_path / "why-keras/dense_by_hand.py"
    assert run_python(program) == program.with_suffix(".out").read_text(encoding="utf-8")


def test_formulas_become_mathml():
    drawn = to_mathml("<p>For $x &lt; 2$ it is $$\\frac{1}{x}$$ and costs 3 dollars.</p>")
    assert drawn.count("<math") == 2
    assert "<mo>&#x0003C;</mo><mn>2</mn>" in drawn
    assert 'display="block"><mrow><mfrac>' in drawn
    assert drawn.endswith("and costs 3 dollars.</p>")


@pytest.mark.parametrize("latex", ["x^{2", "\\unknown", "x_", "\\sqrt"])
def test_a_formula_that_cannot_be_drawn_is_found(latex):
    assert not is_sound(latex)
    assert is_sound("\\frac{1}{x}")


@pytest.mark.slow
def test_a_formula_is_drawn_on_its_page(built):
    page = (built / "labs/digits_by_hand_and_by_fit.html").read_text(encoding="utf-8")
    assert "<mfrac><mrow><mo>&#x02202;</mo><mi>L</mi></mrow>" in page
    assert "\\eta" not in page
