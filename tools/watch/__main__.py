"""Watch: try newer releases, look up all sources, audit the lock, and write one report.

    make watch                                        all that `[tool.watch]` names
    make watch WITH=keras==3.16.0rc0                  one package, and nothing else
    make watch WITH="tf-nightly keras-nightly"        these together, in one environment

The exit code is 0 where all was tried and nothing moved, and 1 otherwise.
"""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tools.failure import Failure, at
from tools.ledger.environments import NotMeasured
from tools.project import Project
from tools.runner.store import FOLDER, replace_file
from tools.statements import links
from tools.statements import sources as quoted
from tools.watch.audit import audited
from tools.watch.trial import Trial, checked, tried
from tools.watch.written import Sources, Watched, report_of

LOCKS = "requirements*.lock"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `[tool.watch]`."""

    together: tuple[tuple[str, ...], ...] = ()
    """The packages to try: each group in an environment of its own."""
    instead: dict[str, str] = {}
    """Nightlies, and the package of the lock that each is."""


def read_settings(root: Path) -> Settings:
    """What a project sets for its watch. Raises `Failure`."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    lines = text.splitlines()
    line = next((n for n, line in enumerate(lines, 1) if line.startswith("[tool.watch")), 1)
    try:
        return msgspec.convert(tomllib.loads(text).get("tool", {}).get("watch", {}), Settings)
    except msgspec.ValidationError as error:
        raise Failure((at("pyproject.toml", line),), f"tool.watch: {error}") from None


def watch(
    project: Project, groups: Sequence[Sequence[str]], instead: dict[str, str]
) -> list[Trial]:
    """Try these groups of packages, one after the other. What the locked packages fail at, too, is
    left out."""
    trials = []
    for group in groups:
        print(f"trying {' '.join(group)}", flush=True)
        trials.append(tried(project, group, instead))
    if all(one.is_green for one in trials):
        return trials
    print("checking with the packages of this environment", flush=True)
    try:
        own = checked(project, sys.executable)
    except NotMeasured:
        return trials
    return [one.without(own) for one in trials]


def look_up(project: Project) -> Sources | None:
    """What the network says of the sources of a project; None where it has none."""
    if not project.config.statements:
        return None
    print("looking up the sources", flush=True)
    sources = quoted.Sources.read(project)
    failures = sorted(links.looked_up(sources))
    if failures and len(failures) == len(sources.all):  # one network is down, not all hosts
        return Sources(
            len(failures), [], f"none of {len(failures)} could be had: {failures[0].what}"
        )
    return Sources(len(sources.all), failures)


def main() -> None:
    """Watch, write the report, and exit with 1 unless all is green."""
    parser = argparse.ArgumentParser(prog="python -m tools.watch", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("package", nargs="*", help="try these together, and nothing else")
    parser.add_argument("--report", type=Path, default=Path(FOLDER, "watch", "report.md"))
    options = parser.parse_args()
    try:
        project = Project.read(Path.cwd())
        settings = read_settings(project.root)
        if options.package:
            watched = Watched(watch(project, [options.package], settings.instead))
        else:
            trials = watch(project, settings.together, settings.instead)
            watched = Watched(trials, look_up(project), audited(sorted(project.root.glob(LOCKS))))
    except Failure as failure:
        sys.exit(str(failure))
    replace_file(options.report.absolute(), report_of(watched).encode())
    print(f"{options.report}: {'all is green' if watched.is_green else 'not green, read it'}")
    sys.exit(not watched.is_green)


if __name__ == "__main__":
    main()
