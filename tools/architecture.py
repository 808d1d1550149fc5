"""The architecture page: what on it is made from the code, and kept in step with it.

`make drawing` (`python -m tools.architecture`) writes these parts of the page anew: the drawing of
the imports, what each module is for, and the settings of the other site. A test fails when they
are not as the code has them.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import grimp

from tools.drawing import Needs, drawn, rows_of

ROOT = Path(__file__).parents[1]
NAME = "docs/architecture.md"
PAGE = ROOT / NAME
OTHER_SITE = "tests/other_site"
_TOOLS = Path(__file__).parent
_PART = re.compile(r"(?s)(<!-- made: (?P<name>[\w ]+) -->\n\n).*?(<!-- end -->)")
_FIRST = "check"
"""What the drawing is about: the parts that this one hangs together with."""


def filled_in(page: str) -> str:
    """The text of the page with all that is made from the code."""
    return _PART.sub(lambda part: f"{part[1]}{_MADE[part['name']]()}\n{part[3]}", page)


def main() -> None:
    """Write the page anew where it is not in step with the code."""
    page = PAGE.read_text(encoding="utf-8")
    now = filled_in(page)
    if now == page:
        print(f"{NAME} is in step with the code")
    else:
        PAGE.write_text(now, encoding="utf-8")
        print(f"{NAME} drawn anew: look at it")


def imports() -> Needs:
    """What each part of `tools` imports of the others. A part is a folder, or a module beside."""
    if str(ROOT) not in sys.path:  # grimp looks for packages where Python does
        sys.path.insert(0, str(ROOT))
    graph = grimp.build_graph("tools", exclude_type_checking_imports=True, cache_dir=None)
    found: dict[str, set[str]] = {_part(module): set() for module in graph.modules if "." in module}
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            if _part(module) != _part(imported):
                found[_part(module)].add(_part(imported))
    return {name: frozenset(parts) for name, parts in found.items()}


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _joined(needs: Needs) -> Needs:
    """The parts that are joined to the check, by what they import or by who imports them."""
    joined, before = {_FIRST}, set[str]()
    while joined != before:
        before = set(joined)
        joined |= {name for name in needs if name in joined or needs[name] & joined}
        joined |= {each for name in joined for each in needs[name]}
    return {name: needs[name] for name in needs if name in joined}


def _label(part: str) -> str:
    return f"{part}/" if (_TOOLS / part).is_dir() else part


def _drawing() -> str:
    needs = imports()
    joined = _joined(needs)
    folders = [name for name in joined if _label(name).endswith("/")]
    picture = drawn(joined, {name: _label(name) for name in joined}, folders)
    apart = [f"`{_label(name)}`" for name in sorted(needs.keys() - joined.keys())]
    said = f"\nBy themselves, and not in the drawing: {', '.join(apart)}." if apart else ""
    figure = f'<figure class="picture" data-search-exclude markdown="0">\n{picture}\n</figure>'
    return f"{figure}\n{said}"


def _modules() -> str:
    """What each module is for, in its own words, folder by folder in the order of the rows."""
    order = [name for row in rows_of(imports()) for name in row]
    folders = [_TOOLS / name for name in order if (_TOOLS / name).is_dir()]
    return "\n\n".join(_listed(folder) for folder in [_TOOLS, *folders])


def _listed(folder: Path) -> str:
    first, _, more = _said(folder / "__init__.py").partition(". ")
    first = first.rstrip(".")
    name = folder.relative_to(ROOT).as_posix()
    files = sorted(file for file in folder.glob("*.py") if not file.name.startswith("__init__"))
    lines = [*_paragraph(more), *(f"- `{file.name}`: {_said(file)}" for file in files)]
    inside = "\n".join(f"    {line}".rstrip() for line in lines)
    return f'??? abstract "`{name}/`: {first}"\n\n{inside}'


def _paragraph(text: str) -> Iterator[str]:
    if text:
        yield from (text, "")


def _said(file: Path) -> str:
    """The first paragraph of a module's docstring, in one line."""
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return " ".join(said.split("\n\n")[0].split())


def _settings() -> str:
    """The settings of the other site, whole."""
    names = {"pyproject.toml": "toml", "mkdocs.yml": "yaml"}
    texts = {name: (ROOT / OTHER_SITE / name).read_text(encoding="utf-8") for name in names}
    return "\n\n".join(
        f'```{language} title="{OTHER_SITE}/{name}"\n{texts[name]}```'
        for name, language in names.items()
    )


_MADE: dict[str, Callable[[], str]] = {
    "drawing": _drawing,
    "modules": _modules,
    "settings": _settings,
}


if __name__ == "__main__":
    main()
