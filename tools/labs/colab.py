"""The notebook that Colab opens: a lab without outputs, committed beside it.

`make record` writes it, and the check compares it with the lab in each build. So it is put together
here, in the form of `nbformat` and with the cells of `jupytext`, as the tests compare: the two take
longer to import than all of this check takes.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from tools.failure import Failure, at
from tools.labs.lab import Lab, as_shown, find_labs
from tools.pins import versions_in
from tools.project import Project
from tools.runner.cells import MARKER, split
from tools.runner.store import replace_file

SUFFIX = ".ipynb"
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?!\w+:)[^)]*\)")


class Notebooks:
    """The notebooks of a project's labs; none where it sets no `colab`."""

    def __init__(self, project: Project) -> None:
        labs = project.config.labs
        self.project = project
        self.lock = labs.colab if labs else ""
        self.labs = find_labs(project) if self.lock else []

    def text_of(self, lab: Lab) -> str:
        """The notebook of a lab, as the text of its file. Raises `Failure` for want of a lock."""
        book = {
            "cells": [cell for _, cell in self._cells(lab)],
            "metadata": {
                "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        return json.dumps(book, indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    def record(self, labs: list[Lab]) -> Iterator[Path]:
        """Write those that have changed."""
        for lab in labs:
            file, text = self.project.folder / lab.uri, self.text_of(lab)
            if _kept(file) != text:
                replace_file(file, text.encode())
                yield file

    def failures(self) -> Iterator[Failure]:
        """Notebooks that are not in step with their labs, or belong to none."""
        try:
            for lab in self.labs:
                yield from self._out_of_step(lab)
        except Failure as failure:
            yield failure
        folder = self.project.config.labs.folder if self.project.config.labs else ""
        known = {lab.uri for lab in self.labs}
        for file in sorted(self.project.files - known):
            if self.lock and file.endswith(SUFFIX) and file.startswith(f"{folder}/"):
                name = f"{self.project.config.programs}/{file}"
                yield Failure((at(name),), f"{name} belongs to no lab: remove it")

    def _out_of_step(self, lab: Lab) -> Iterator[Failure]:
        file = self.project.folder / lab.uri
        name = f"{self.project.config.programs}/{lab.uri}"
        kept = _kept(file)
        if kept != self.text_of(lab):
            what = f"{name} is not the notebook of this lab: make record ONLY={lab.name}"
            yield Failure((at(lab.program, self._first_other(lab, kept)),), what)

    def _first_other(self, lab: Lab, kept: str) -> int:
        """The line of the first cell that a notebook has otherwise."""
        try:
            cells = json.loads(kept)["cells"]
        except (ValueError, KeyError, TypeError):
            return 1
        pairs = zip_longest(self._cells(lab), cells, fillvalue=(1, None))
        return next((mine[0] for mine, other in pairs if mine[1] != other), 1)

    def _cells(self, lab: Lab) -> Iterator[tuple[int, Any]]:
        """The cells, each with the line of the lab that it is made of. What to install comes behind
        the title, before anything is imported."""
        for number, (line, text) in enumerate(split(lab.program.source)):
            is_text = text.startswith(f"{MARKER} [markdown]")
            said = text.partition("\n")[2]
            source = _prose(said) if is_text else as_shown(said.strip("\n"))
            yield line, _cell(f"cell-{number}", source, is_text)
            if number == 0:
                yield from ((1, cell) for cell in self._what_to_install(lab))

    def _what_to_install(self, lab: Lab) -> Iterator[Any]:
        """Colab brings versions of its own: say which ones the lab was run with, and install them.
        Nothing where the lab names none of the packages whose versions the pages show."""
        pins = self._pins().items()
        pinned = [f"{package}=={version}" for package, version in pins if _uses(lab, package)]
        if pinned:
            said = (
                "Colab brings versions of its own. The next cell installs those that this lab is"
                " checked with. If you are then asked to restart the session, do so, and go on"
                " below it."
            )
            yield _cell("colab-text", said, True)
            yield _cell("colab-install", f"%pip install --quiet {' '.join(pinned)}", False)

    def _pins(self) -> Mapping[str, str]:
        """The versions that the lock has of the packages whose versions the pages show."""
        file = self.project.root / self.lock
        if not file.is_file():
            raise Failure((at("pyproject.toml"),), f"tool.check.labs.colab: no file {self.lock}")
        locked = versions_in(file.read_text(encoding="utf-8"))
        shown = self.project.config.versions.values()
        names = {package: canonicalize_name(package) for package in shown}
        return {package: locked[name] for package, name in names.items() if name in locked}


def _kept(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def _uses(lab: Lab, package: str) -> bool:
    """Whether a lab names the module of a package, as an import or as a backend."""
    return re.search(rf"\b{package.replace('-', '_')}\b", lab.program.source) is not None


def _prose(comments: str) -> str:
    """The text of a cell, without what only the site can follow: marks, and links to its pages."""
    lines = (line.removeprefix("#").removeprefix(" ") for line in comments.strip("\n").split("\n"))
    return _LINK.sub(r"\g<text>", _COMMENT.sub("", "\n".join(lines))).strip("\n")


def _cell(name: str, source: str, is_text: bool) -> dict[str, Any]:
    lines = source.splitlines(keepends=True)
    if is_text:
        return {"cell_type": "markdown", "id": name, "metadata": {}, "source": lines}
    return {"cell_type": "code", "id": name, "metadata": {}, "source": lines} | {
        "execution_count": None,
        "outputs": [],
    }
