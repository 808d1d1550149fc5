"""A project: what lies in its folders, read once for all that a check asks."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tools.config import Config, read_config
from tools.failure import Failure, at
from tools.runner.program import Program


@dataclass(frozen=True)
class Project:
    """The project at `root`. `files` are the files in its folder of programs, relative to that."""

    root: Path
    config: Config
    files: frozenset[str]

    @classmethod
    def read(cls, root: Path) -> "Project":
        """Read the configuration and the names of all files. Raises `Failure`."""
        root = root.resolve()
        config = read_config(root)
        return cls(root, config, frozenset(_files_below(root / config.programs)))

    @property
    def folder(self) -> Path:
        """The folder of programs."""
        return self.root / self.config.programs

    @cached_property
    def programs(self) -> list[Program]:
        """All programs, sorted."""
        return [program for program in self._python if not self.is_module(program)]

    @cached_property
    def modules(self) -> list[Program]:
        """The files of packages, sorted: programs import them, nothing runs them."""
        return [program for program in self._python if self.is_module(program)]

    @cached_property
    def _python(self) -> list[Program]:
        return sorted(
            Program(self.folder, os.path.dirname(file) or ".", os.path.basename(file)[:-3])
            for file in self.files
            if file.endswith(".py")
        )

    @cached_property
    def pages(self) -> list[Path]:
        """The files of all pages, sorted. Raises `Failure` where there is none."""
        folder = self.config.pages
        paths = sorted((self.root / folder).rglob("*.md"))
        if not paths:
            raise Failure((at(folder),), "holds no page: is this the project's root?")
        return paths

    def is_lab(self, program: Program) -> bool:
        """Whether a program is a lab: a page of its own is made of it."""
        labs = self.config.labs
        return labs is not None and program.page == labs.folder

    def is_module(self, program: Program) -> bool:
        """Whether a file belongs to a package: its folder has an `__init__.py`."""
        return self.has(f"{program.page}/__init__.py")

    def page_of(self, program: Program) -> str:
        """The page that shows a file: that of its folder, for a package of the folder around it."""
        page = program.page
        while self.has(f"{page}/__init__.py"):
            page = os.path.dirname(page) or "."
        return page

    def has(self, file: str | Path) -> bool:
        """Whether the folder of programs holds a file, given by its path or relative to it."""
        name = file.relative_to(self.folder).as_posix() if isinstance(file, Path) else file
        return name in self.files


def _files_below(folder: Path, prefix: str = "") -> Iterator[str]:
    """The files below a folder, but what Python leaves there."""
    if not folder.is_dir():
        return
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files_below(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name
