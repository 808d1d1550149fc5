"""What takes long to make and depends on its source alone is made once, and kept.

Notebooks and their pages need libraries that take a second to import, so a build in which no lab
has changed does without them.
"""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

from tools.labs.lab import Lab
from tools.runner.run import Run
from tools.runner.store import FOLDER, digest, installation, replace_file

_CODE = (Path(__file__).parents[1] / "labs", Path(__file__).parent)


class Kept:
    """Texts in `.check/made/` of a project, each under a hash of all that it was made from."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER / "made"
        code = (file.read_text("utf-8") for place in _CODE for file in sorted(place.glob("*.py")))
        self._base = digest([installation(), *code])
        self._used: set[Path] = set()

    def notebook(self, lab: Lab, run: Run | None) -> str:
        """The notebook of a lab."""

        def make() -> str:
            from tools.labs.notebook import notebook_of

            return notebook_of(lab, run)

        left = {"products": run.products, "cells": run.cells} if run else None
        shown = [left, lab.figures(run) if run else None]
        return self._made(make, lab.program.source, json.dumps(shown))

    def notebook_page(self, content: str) -> str:
        """The page of a notebook, from what mkdocs-jupyter made of it."""

        def make() -> str:
            from tools.site.notebook_page import slim

            return slim(content)

        return self._made(make, content)

    def told(self, html: str) -> str:
        """A piece of HTML as Markdown."""

        def make() -> str:
            from tools.site.told import of_html

            return of_html(html)

        return self._made(make, html)

    def _made(self, make: Callable[[], str], *sources: str) -> str:
        file = self.folder / digest([self._base, make.__qualname__, *sources])
        self._used.add(file)
        try:
            return file.read_text(encoding="utf-8")
        except OSError:
            text = make()
        with contextlib.suppress(OSError):  # or it is made again next time
            replace_file(file, text.encode())
        return text

    def forget_unused(self) -> None:
        """Remove what this build did not ask for."""
        for file in set(self.folder.glob("*")) - self._used:
            file.unlink(missing_ok=True)
