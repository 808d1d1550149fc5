"""The architecture page is in step with the code that it is about."""

import ast
import importlib
import re
from graphlib import CycleError
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT

from tools import architecture
from tools.drawing import drawn, reduced, rows_of

TEXT = architecture.PAGE.read_text(encoding="utf-8")
SVG = TEXT[TEXT.index("<svg") : TEXT.index("</svg>") + 6]
TOOLS = ROOT / "tools"
IN_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
FOLDERS = re.compile(r'FOLDER / "(\w+)"|\{FOLDER\}/(\w+)|"\.check/(\w+)"')


def line_of(words: str) -> str:
    return f"docs/architecture.md:{TEXT[: TEXT.index(words)].count(chr(10)) + 1}"


def test_what_is_made_from_the_code_is_in_step_with_it():
    assert architecture.filled_in(TEXT) == TEXT, "docs/architecture.md is not in step: make drawing"


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(tools\.[\w.]+)`", TEXT))))
def test_each_name_of_the_code_exists(name):
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            found = getattr(found, part, None)
        break
    assert found is not None, f"{line_of(name)}: `{name}` does not exist"


def test_each_word_says_where_it_lives():
    words = TEXT[TEXT.index("## Words of the code") : TEXT.index("## Use the check")]
    entries = re.findall(r"(?m)^(\w[\w ]*)\n:   (.*(?:\n    .*)*)", words)
    assert len(entries) > 20
    assert [word for word, said in entries if not re.search(r"`tools\.[\w.]+`$", said)] == []
    assert [word for word, _ in entries] == sorted(word for word, _ in entries)


MADE = (".check/", "site/", "docs/install.md:")
PATHS = {name for name in IN_CODE.findall(TEXT) if "/" in name and " " not in name}


@pytest.mark.parametrize("name", sorted(name for name in PATHS if not name.startswith(MADE)))
def test_each_path_exists(name):
    places = (ROOT, TOOLS, ROOT / "tests/other_site")
    assert any((place / name).exists() for place in places), f"{line_of(name)}: no {name}"


def _own(module: re.Match[str]) -> str:
    """A module with a folder of its own: what lies below that is its affair."""
    return module[1].replace("FOLDER / ", "")


def test_each_folder_of_state_is_described():
    texts = [path.read_text(encoding="utf-8") for path in TOOLS.rglob("*.py")]
    texts = [re.sub(r'(?s)(= "\.check/\w+".*)', _own, text) for text in texts]
    used = {name for text in texts for found in FOLDERS.findall(text) for name in found if name}
    used |= set(re.findall(r"\.check/(\w+)", (ROOT / "Makefile").read_text(encoding="utf-8")))
    described = set(re.findall(r"(?m)^- `\.check/(\w+)/`", TEXT))
    assert described == used, f"{line_of('`.check/runs/`')}: says what each folder holds"


def imports_of(path: Path) -> set[str]:
    """The parts of tools that a module imports, read without grimp; types alone are no import."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in types:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "tools":
            below = node.module.split(".")[1:2]
            found |= set(below or [each.name for each in node.names])
        if isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("tools.")}
    return found


def closed(needs: dict[str, set[str]]) -> dict[str, set[str]]:
    needs = {name: set(own) for name, own in needs.items()}
    for _ in needs:
        for name in needs:
            needs[name] |= {far for each in needs[name] for far in needs.get(each, ())}
    return {name: own for name, own in needs.items() if own}


def test_the_drawing_says_what_the_imports_say():
    real: dict[str, set[str]] = {}
    for path in TOOLS.rglob("*.py"):
        part = path.relative_to(TOOLS).parts[0].removesuffix(".py")
        if part != "__init__":
            real.setdefault(part, set()).update(imports_of(path) - {part})
    shown = BeautifulSoup(SVG, "html.parser").title.text.splitlines()
    said = {}
    for line in shown:
        part, _, others = line.replace("/", "").partition(" imports ")
        said[part] = set(others.split(", "))
    real = {part: own for part, own in closed(real).items() if part in said}
    assert closed(said) == real
    assert len(said) > 10


def boxes_of(svg: str) -> dict[str, tuple[float, float, float]]:
    """Of each box its left and right side, and its top."""
    soup = BeautifulSoup(svg, "html.parser")
    found = {}
    for box, label in zip(soup.select("rect"), soup.select("text"), strict=True):
        left, width = float(box["x"]), float(box["width"])
        assert float(label["x"]) == pytest.approx(left + width / 2, abs=0.1)
        found[label.text] = (left, left + width, float(box["y"]))
    return found


def test_no_box_is_cut_or_lies_on_another():
    boxes = list(boxes_of(SVG).values())
    assert all(left >= 0 and right <= 330 for left, right, _ in boxes)
    for number, (left, right, top) in enumerate(boxes):
        beside = [box for box in boxes[number + 1 :] if box[2] == top]
        assert all(right < other[0] or other[1] < left for other in beside)


def needs(**own: str):
    return {name: frozenset(each.split()) for name, each in own.items()}


def test_an_arrow_that_follows_from_others_is_left_out():
    assert reduced(needs(a="b c d", b="c", c="", d="")) == needs(a="b d", b="c", c="", d="")


def test_what_is_needed_stands_in_a_lower_row():
    rows = rows_of(needs(a="b d", b="c", c="", d="", e="c"))
    assert rows == [["c"], ["b", "d", "e"], ["a"]]


def test_a_circle_is_named():
    with pytest.raises(CycleError, match="'a', 'b'"):
        drawn(needs(a="b", b="a", c="a"), {}, [])


def test_a_row_that_would_be_too_wide_is_two():
    names = {f"a_long_name_{number}": "" for number in range(5)}
    rows = rows_of(needs(**names, top=" ".join(names)))
    assert [len(row) for row in rows] == [2, 2, 1, 1]


def test_arrows_to_one_box_share_a_lane_and_end_in_one_head():
    of = needs(a="b e", b="c", c="d", d="", e="d", f="d")
    svg = drawn(of, {name: name for name in of}, ["a"])
    soup = BeautifulSoup(svg, "html.parser")
    paths = [path["d"] for path in soup.select("path")]
    assert len(paths) == len(set(paths))
    assert sum("m-4-6" in path for path in paths) == 6
    assert [box["stroke-width"] for box in soup.select("rect")].count("2.5") == 1
    tops = {label: top for label, (_, _, top) in boxes_of(svg).items()}
    assert all(tops[one] < tops[other] for one in of for other in of[one])


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("drawing", "site/ imports", "site/ never imports"),
        ("modules", "`hook.py`: The MkDocs", "`hook.py`: A MkDocs"),
        ("settings", 'pages = "pages"', 'pages = "docs"'),
    ],
)
def test_a_part_that_is_not_in_step_is_written_anew(monkeypatch, tmp_path, capsys, part, old, new):
    text = architecture.filled_in(TEXT)
    assert text.count(old) == 1, part
    page = tmp_path / "architecture.md"
    page.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(architecture, "PAGE", page)
    architecture.main()
    architecture.main()
    assert page.read_text(encoding="utf-8") == text
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "docs/architecture.md drawn anew: look at it"
    assert said[1] == "docs/architecture.md is in step with the code"


def test_a_new_import_is_seen(monkeypatch):
    real = architecture.imports()
    more = real | {"look": real["look"] | {"project"}}
    monkeypatch.setattr(architecture, "imports", lambda: more)
    assert "look imports project" in architecture.filled_in(TEXT)
