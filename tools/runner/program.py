"""A program: one file that is run, what it writes beside itself, and what it asks for."""

import re
import shutil
import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

OUTPUT = ".out"
"""Suffix of what a program prints."""

PRODUCTS = (OUTPUT, ".svg", ".html")
"""Suffixes of all that a program may leave beside itself: what it prints, and what it draws."""

_HEADER = re.compile(r"(?m)^# /// script$\n(?P<body>(?:^#(?: .*)?$\n)+)^# ///$")
_ASKED: dict[str, Any] = {"timeout": (int, float), "compare": list, "needs": list, "long": str}


class HeaderError(Exception):
    """The inline metadata of a program cannot be read."""


@dataclass(frozen=True, order=True)
class Program:
    """The file `<folder>/<page>/<name>.py`; `folder` is the project's folder of programs."""

    folder: Path
    page: str
    name: str

    def __str__(self) -> str:
        """The program as failures name it, relative to its project."""
        return f"{self.folder.name}/{self.key}.py"

    @property
    def key(self) -> str:
        """What `make record ONLY=` calls it: `<page>/<name>`."""
        return f"{self.page}/{self.name}" if self.page != "." else self.name

    @property
    def path(self) -> Path:
        return self.folder / f"{self.key}.py"

    def product(self, suffix: str) -> Path:
        """Where what the program writes with this suffix is kept."""
        return self.path.with_suffix(suffix)

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def header(self) -> dict[str, Any]:
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
        for key, value in header.get("tool", {}).get("check", {}).items():
            if key not in _ASKED or not isinstance(value, _ASKED[key]):
                known = ", ".join(_ASKED)
                raise HeaderError(f"[tool.check] has {key} = {value!r}; it can set {known}")
        return header

    @property
    def _asked(self) -> dict[str, Any]:
        return dict(self.header.get("tool", {}).get("check", {}))

    def seconds(self, usual: float) -> float:
        """How long it may take: `timeout` in its `[tool.check]`, or the usual limit."""
        return float(self._asked.get("timeout", usual))

    @property
    def is_long(self) -> bool:
        """Whether it may have more lines than other programs: `long` says why."""
        return bool(self._asked.get("long"))

    @property
    def compared(self) -> tuple[str, ...]:
        """Suffixes of the products that are compared; `compare` in `[tool.check]` narrows them.

        A picture of measured times differs at each run: its program compares only what it prints.
        """
        if "compare" in self._asked:
            return tuple(f".{name}" for name in self._asked["compare"])
        return PRODUCTS

    def commands(self) -> dict[str, str]:
        """The commands that it needs, each with where it is; empty where it is missing."""
        return {name: shutil.which(name) or "" for name in self._asked.get("needs", [])}

    def missing(self) -> list[str]:
        """What it needs and this machine lacks, each as a phrase; empty when it can run."""
        packages = [Requirement(text) for text in self.header.get("dependencies", [])]
        lacks = [f"the package {need}" for need in packages if not _installed(need)]
        return lacks + [f"the command {name}" for name, path in self.commands().items() if not path]


def _installed(need: Requirement) -> bool:
    if need.marker and not need.marker.evaluate():
        return True
    try:
        return need.specifier.contains(version(need.name), prereleases=True)
    except PackageNotFoundError:
        return False
