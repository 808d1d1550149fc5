"""A trial: the project, checked on the locked packages with newer releases of a few of them.

The project is copied first, so that the kept runs of its own environment stay what they are.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import Distribution
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from tools.failure import Failure
from tools.ledger.environments import NotMeasured, command, find_uv
from tools.ledger.measure import FREE
from tools.moved import Findings
from tools.project import Project
from tools.report import Summary
from tools.runner.store import FOLDER

LOCK = "requirements.lock"
_CHANGING = {
    r"0x[0-9a-f]{6,}": "0x...",
    rf"{re.escape(tempfile.gettempdir())}/[\w-]+": "...",
    r"(?m)^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+|[IWEF]0000 00:00:\d+\.\d+ +\d+)": "...",
}
"""What differs in the same traceback from run to run: addresses, folders, times of log lines."""
_TOOLS = Path(__file__).parents[2]
"""Where `tools` is imported from, in every environment."""


@dataclass(frozen=True)
class Trial:
    """What came of trying these packages. `versions` has those of all packages that moved, locked
    and tried; `summary` is missing where there is nothing newer, and where `why_not` says why it
    could not be tried. `misfits` are packages of the lock that ask for another version of one that
    moved; `known` counts the failures that the locked packages have, too."""

    asked: tuple[str, ...]
    versions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    locked: Mapping[str, str] = field(default_factory=dict)
    summary: Summary | None = None
    why_not: str = ""
    misfits: tuple[str, ...] = ()
    known: int = 0

    @property
    def is_green(self) -> bool:
        """Whether it was tried, if there is anything to try, and nothing moved but versions."""
        if self.why_not:
            return False
        return not self.summary or not Findings(self.summary, self.versions).is_news()

    def without(self, summary: Summary) -> "Trial":
        """The trial without the failures of another check, which it does not explain."""
        if not self.summary:
            return self
        new = [one for one in self.summary.failures if one not in set(summary.failures)]
        known = len(self.summary.failures) - len(new)
        return replace(self, summary=replace(self.summary, failures=new), known=known)


def tried(project: Project, asked: Sequence[str], instead: Mapping[str, str]) -> Trial:
    """Try these packages together; `instead` says which package of the lock a nightly stands for.

    A package is a requirement. One without a version means its newest release, candidates included.
    """
    folder = project.root / FOLDER / "watch" / "-".join(re.findall(r"[\w.]+", " ".join(asked)))
    trial = Trial(tuple(asked))
    try:
        environment = Environment.of_lock(project.root / LOCK, folder)
        before, already = environment.versions(), environment.misfits()
        stands_for = environment.install_newer(asked, instead)
        after = environment.versions()
        trial = replace(trial, locked={name: before[name] for name in stands_for})
        if all(before[name] == after.get(name) for name in stands_for):
            return trial
        versions = {name: (was, after[name]) for name, was in before.items() if name in after}
        changed = {name: pair for name, pair in versions.items() if pair[0] != pair[1]}
        misfits = tuple(sorted(environment.misfits() - already))
        trial = replace(trial, versions=changed, misfits=misfits)
        summary = checked(project, environment.python, copied=True)
        return replace(trial, summary=summary)
    except NotMeasured as reason:
        return replace(trial, why_not=str(reason))
    finally:
        if shutil.disk_usage(project.root).free < FREE:
            shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class Environment:
    """A virtual environment. uv installs into it where there is one, or else its own pip."""

    folder: Path
    python: Path
    uv: str | None

    @classmethod
    def of_lock(cls, lock: Path, folder: Path) -> "Environment":
        """A new environment with the packages of the lock. Raises `NotMeasured`."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        uv = find_uv()
        own = [uv, "venv", "-q", "-p", sys.executable] if uv else [sys.executable, "-m", "venv"]
        command([*own, folder])
        environment = cls(folder, python, uv)
        environment._pip("install", "--require-hashes", "-r", lock)
        return environment

    def _pip(self, what: str, *words: str | Path) -> None:
        """Install or uninstall. Raises `NotMeasured`."""
        pip: list[str | Path] = [self.python, "-m", "pip", what, "-q"]
        if self.uv:
            pip = [self.uv, "pip", what, "-q", "-p", self.python]
            # or each program would compile TensorFlow anew: in its sandbox it keeps nothing
            pip += ["--compile-bytecode"] if what == "install" else []
        elif what == "uninstall":
            pip.append("-y")
        # not below the project: uv would take its constraints for requirements without a hash
        command([*pip, *words], Path(tempfile.gettempdir()))

    def versions(self) -> dict[str, str]:
        """The installed packages."""
        return {canonicalize_name(one.name): one.version for one in self._distributions()}

    def misfits(self) -> set[str]:
        """Which installed packages ask for another version of one that is there."""
        versions, found = self.versions(), set()
        for one in self._distributions():
            for need in map(Requirement, one.requires or []):
                there = versions.get(canonicalize_name(need.name))
                asked = not need.marker or need.marker.evaluate({"extra": ""})
                if there and asked and not need.specifier.contains(there, prereleases=True):
                    asks = f"`{one.name} {one.version}` asks for `{need.name}{need.specifier}`"
                    found.add(f"{asks}, and `{there}` is there")
        return found

    def _distributions(self) -> Iterator[Distribution]:
        return iter(Distribution.discover(path=[str(self._site())]))

    def _site(self) -> Path:
        says = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
        done = subprocess.run([self.python, "-c", says], capture_output=True, text=True, check=True)
        return Path(done.stdout.strip())

    def install_newer(self, asked: Sequence[str], instead: Mapping[str, str]) -> list[str]:
        """Put these packages in the place of those of the lock, whose names are given back.

        Raises `NotMeasured`.
        """
        names = [str(canonicalize_name(_requirement(text).name)) for text in asked]
        stands_for = {name: instead.get(name, name) for name in names}
        locked = self.versions()
        for name, real in stands_for.items():
            if real not in locked:
                raise NotMeasured(f"{name} is not in {LOCK}, and stands for nothing that is")
        removed = list(dict.fromkeys(stands_for.values()))
        self._pip("uninstall", *removed)  # a nightly has the same folder
        # Not `keras>=3.15.dev0`: uv then takes a candidate only where there is no final release.
        self._pip("install", *(["--prerelease", "allow"] if self.uv else ["--pre"]), *asked)
        self._put_back(
            {real: locked[real] for real in locked.keys() - removed}, stands_for, instead
        )
        self._call_by_the_name_of_the_lock(stands_for, instead)
        return removed

    def _put_back(
        self, locked: Mapping[str, str], asked: Iterable[str], instead: Mapping[str, str]
    ) -> None:
        """Have a package of the lock again where a nightly came unasked, into the same folder: a
        candidate of TensorFlow asks for the nightly of Keras, and its final release does not."""
        came = [name for name in self.versions().keys() & instead.keys() if name not in asked]
        for name in sorted(came):
            if instead[name] in locked:
                self._pip("uninstall", name, instead[name])
                self._pip("install", "--no-deps", f"{instead[name]}=={locked[instead[name]]}")

    def _call_by_the_name_of_the_lock(
        self, stands_for: Mapping[str, str], instead: Mapping[str, str]
    ) -> None:
        """Let a nightly be found under the name of the package that it is, too: programs and tools
        ask for the version of `tensorflow`, which `tf-nightly` does not tell them."""
        installed = {str(canonicalize_name(one.name)): one for one in self._distributions()}
        for name in installed.keys() & instead.keys():
            real, one = instead[name], installed[name]
            if real in installed:
                asked = " ".join(stands_for)
                raise NotMeasured(f"{real} and {name} are one folder: name {name} beside {asked}")
            alias = self._site() / f"{real.replace('-', '_')}-{one.version}.dist-info"
            alias.mkdir()
            told = (one.read_text("METADATA") or "").splitlines()
            told = [f"Name: {real}" if line.startswith("Name: ") else line for line in told]
            (alias / "METADATA").write_text("\n".join(told), encoding="utf-8")


def _requirement(text: str) -> Requirement:
    try:
        return Requirement(text)
    except InvalidRequirement as error:
        raise NotMeasured(f"{text!r} names no package: {error}") from None


def checked(project: Project, python: Path | str, copied: bool = False) -> Summary:
    """The summary of the check of a project, made with this Python; in a copy, if its kept runs are
    not those of this Python. Raises `NotMeasured`.

    Where a program broke, it is made again: a program that only had a slow minute then passes, and
    all others are kept.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = _copy(project, Path(folder) / "project") if copied else project.root
        summary = _checked_once(python, root, Path(folder))
        if any(failure.kind in ("broke", "late") for failure in summary.failures):
            summary = _checked_once(python, root, Path(folder))
        return replace(summary, failures=[_steady(one, root) for one in summary.failures])


def _checked_once(python: Path | str, root: Path, folder: Path) -> Summary:
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    # what is not installed is told by name; it is a failure only of a check that has to run all
    variables = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [str(python), "-m", "tools.check", str(root), "--report", str(report)],
        cwd=_TOOLS,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if not report.exists():
        last = " ".join(done.stdout.strip().splitlines()[-3:])
        raise NotMeasured(f"the check itself ends with {done.returncode}: {last}")
    return Summary.read(report)


def _steady(failure: Failure, root: Path) -> Failure:
    """A failure in words that are the same each time: an unchanged state is an unchanged report."""
    detail = failure.detail.replace(f"{root}/", "")
    for changing, instead in _CHANGING.items():
        detail = re.sub(changing, instead, detail)
    return Failure(failure.places, failure.what, detail, failure.kind)


def _copy(project: Project, folder: Path) -> Path:
    """A copy of what a check reads."""

    def left_out(_: str, names: list[str]) -> list[str]:
        return [name for name in names if name.startswith(".") or name in ("site", "__pycache__")]

    shutil.copytree(project.root, folder, ignore=left_out)
    return folder
