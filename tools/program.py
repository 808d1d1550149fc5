"""A program: one file in `examples/`, what it writes beside itself, and what it asks for."""

import ast
import re
import shutil
import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement

OUTPUT = ".out"
"""Suffix of what a program prints."""

PRODUCTS = (OUTPUT, ".svg", ".html")
"""Suffixes of all that a program may leave beside itself: what it prints, and what it draws."""

LABS = "labs"
"""The folder of the programs that are labs; mkdocs-jupyter renders each as a page of its own."""

TIME_LIMIT = 60.0
"""Seconds a program may take, unless it asks for more."""

_HEADER = re.compile(r"(?m)^# /// script$\n(?P<body>(?:^#(?: .*)?$\n)+)^# ///$")


class HeaderError(Exception):
    """The inline metadata of a program cannot be read."""


@dataclass(frozen=True, order=True)
class Program:
    """One file `examples/<page>/<name>.py` of the project at `root`."""

    root: Path
    page: str
    name: str

    def __str__(self) -> str:
        return f"examples/{self.page}/{self.name}.py"

    @property
    def is_lab(self) -> bool:
        return self.page == LABS

    @property
    def path(self) -> Path:
        return self.root / str(self)

    def product(self, suffix: str) -> Path:
        """Where what the program writes with this suffix is kept."""
        return self.path.with_suffix(suffix)

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def header(self) -> dict:
        """The inline script metadata (PEP 723), as parsed TOML; empty where there is none.

        Raises `HeaderError` when it is there and cannot be read.
        """
        found = _HEADER.search(self.source)
        if not found:
            return {}
        body = "\n".join(line[2:] for line in found["body"].splitlines())
        try:
            header = tomllib.loads(body)
            for text in header.get("dependencies", []):
                Requirement(text)
        except (tomllib.TOMLDecodeError, InvalidRequirement) as error:
            raise HeaderError(f"its inline metadata cannot be read: {error}") from error
        return header

    @property
    def _asked(self) -> dict:
        return self.header.get("tool", {}).get("check", {})

    @property
    def time_limit(self) -> float:
        """Seconds it may take: `timeout` in its `[tool.check]`, or the usual limit."""
        return float(self._asked.get("timeout", TIME_LIMIT))

    @property
    def compared(self) -> tuple[str, ...]:
        """Suffixes of the products that are compared; `compare` in `[tool.check]` narrows them.

        A picture of measured times differs at each run: its program compares only what it prints.
        """
        return (
            tuple(f".{name}" for name in self._asked["compare"])
            if "compare" in self._asked
            else PRODUCTS
        )

    @cached_property
    def fresh(self) -> bool:
        """Whether it needs an interpreter of its own, because it touches environment variables.

        Keras reads them when it is imported, and the parent that others are forked from has
        imported it.
        """
        try:
            tree = ast.parse(self.source)
        except (SyntaxError, ValueError):
            return False
        named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        named |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        return not named.isdisjoint({"environ", "putenv"})

    def reads(self) -> list[Path]:
        """The files that it may read: the data beside it, and any in `examples/` that it names."""
        examples = self.root / "examples"
        own = {self.path, *(self.product(suffix) for suffix in PRODUCTS)}
        files = [path for path in sorted(examples.rglob("*")) if path.suffix != ".pyc"]
        return [
            path
            for path in files
            if path.is_file()
            and path not in own
            and (self._is_data_beside(path) or path.name in self.source)
        ]

    def _is_data_beside(self, path: Path) -> bool:
        return path.is_relative_to(self.path.parent) and path.suffix not in (".py", *PRODUCTS)

    def missing(self) -> list[str]:
        """What it needs and this machine lacks, each as a phrase; empty when it can run."""
        packages = [Requirement(text) for text in self.header.get("dependencies", [])]
        lacks = [f"the package {need}" for need in packages if not _installed(need)]
        commands = self._asked.get("needs", [])
        return lacks + [f"the command {name}" for name in commands if not shutil.which(name)]


def _installed(need: Requirement) -> bool:
    if need.marker and not need.marker.evaluate():
        return True
    try:
        return need.specifier.contains(version(need.name), prereleases=True)
    except PackageNotFoundError:
        return False


def find_programs(root: Path) -> list[Program]:
    """All programs of the project at `root`, sorted."""
    examples = root / "examples"
    paths = sorted(examples.rglob("*.py"))
    return [
        Program(root, path.parent.relative_to(examples).as_posix(), path.stem) for path in paths
    ]
