"""The releases that the ledger is measured on, as a project's `releases.toml` has them."""

import json
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from tools.project import Project
from tools.runner.program import Program
from tools.runner.store import digest


class Releases:
    """All releases, oldest first. `path` is their file."""

    def __init__(self, project: Project) -> None:
        assert project.config.ledger
        self.path = project.root / project.config.ledger.releases
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        self.all: list[dict[str, Any]] = tomllib.loads(text).get("release", [])

    @cached_property
    def _places(self) -> dict[str, int]:
        return {known["name"]: place for place, known in enumerate(self.all)}

    def place_in_time(self, release: str) -> int:
        """Where a release stands among all: oldest first, unknown ones last."""
        return self._places.get(release, len(self.all))

    def chosen(self, only: str | None) -> list[dict[str, Any]]:
        """The releases that one call is about: all that are due, or those that `only` names.

        Exits with the names that there are when it names none.
        """
        if only is None:
            return [one for one in self.all if is_due(one)]
        if "==" in only:
            return [candidate(only)]
        found = [one for one in self.all if one["name"] == only] or [
            one for one in self.all if is_named(one["name"], only)
        ]
        if not found:
            names = " ".join(one["name"] for one in self.all)
            raise SystemExit(f"no release is named {only}; there are: {names}")
        return found


def pins_of(release: Mapping[str, Any]) -> str:
    """A hash of all that a release's programs are run with."""
    keys = ("python", "pins", "after", "variables", "libraries", "about")
    return digest([json.dumps([release.get(key) for key in keys])])[:12]


def is_about(release: Mapping[str, Any], program: Program) -> bool:
    """Whether a release says something on what a program asks.

    Where only `tf.keras` is another one (`about = "tf.keras"`), what imports `keras` would measure
    a second time what lies beside it.
    """
    imports_keras = re.search(r"(?m)^\s*(import|from) keras\b", program.source)
    return release.get("about") != "tf.keras" or not imports_keras


def is_due(release: dict[str, Any]) -> bool:
    """Whether a release belongs to the data file and can be brought to run."""
    return not release.get("unmeasured") and not release.get("preview")


def is_named(name: str, only: str) -> bool:
    """2.21 means 2.21.0 with any Keras, keras-2.1.6 means any backend."""
    return re.match(rf"(tensorflow-)?{re.escape(only)}([.-]|$)", name) is not None


def candidate(pin: str) -> dict[str, Any]:
    """A release that is not in the file, from a pin such as tensorflow==2.22.0rc0."""
    package, version = pin.split("==")
    return {
        "name": f"{package}-{version}",
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "pins": [pin] if package != "keras" else ["tensorflow", pin],
        "backend": "tensorflow",
        "preview": True,
    }
