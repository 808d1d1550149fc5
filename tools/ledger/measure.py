"""Measure the ledger: build each release's environment and run every claim there.

    make releases                               what the data file does not know yet
    make releases ONLY=2.21                     the releases of TensorFlow 2.21, again
    make releases ONLY=nightly                  the nightly builds: what will break
    make releases ONLY=tensorflow==2.22.0rc0    a release candidate

What `recorded` and `names` in the configuration ask for is measured beside the claims.
Releases are data (`releases.toml`). A Python that is not on this machine, or an environment that
cannot be built, is reported by name with the reason and records no verdict.
"""

import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from tools.failure import Failure
from tools.ledger.claims import ClaimsFile, claim_name, claims_of
from tools.ledger.environments import NotMeasured, Release, build, libraries
from tools.ledger.recorded import Recorded, run_whole
from tools.ledger.releases import Releases, is_about, pins_of
from tools.ledger.rows import Row, read_rows, write_rows
from tools.ledger.rules import is_stale, moves, table_of_moves
from tools.project import Project
from tools.runner.settings import environment
from tools.runner.store import FOLDER

IN_RELEASE = Path(__file__).with_name("in_release.py")
FREE = 25 * 2**30
"""Bytes of free disk below which an environment is deleted after its use."""


class Measuring:
    """One call of `make releases` for a project."""

    def __init__(self, project: Project, console: Console) -> None:
        self.project = project
        self.console = console
        self.releases = Releases(project)
        self.cache = project.root / FOLDER / "releases"

    def all_of(self, todo: list[dict[str, Any]], again: bool) -> dict[str, str]:
        """Measure these releases, one after another; those that could not be, with the reason.

        The data file is written after each, so that a call that was broken off goes on there.
        """
        missed = {}
        with Progress(console=self.console) as progress:
            whole = progress.add_task("releases", total=len(todo))
            for release in todo:
                name, programs = release["name"], self.programs_for(release, again)
                part = progress.add_task(name, total=len(programs))

                def tick(claim: str, part: Any = part, name: str = name) -> None:
                    progress.update(part, advance=1, description=f"{name}: {claim}")

                try:
                    if programs:
                        self._keep(release, self._measured(release, programs, tick))
                    self._record(release, again)
                except NotMeasured as reason:
                    missed[name] = str(reason)
                progress.remove_task(part)
                progress.advance(whole)
                if shutil.disk_usage(self.project.root).free < FREE:
                    shutil.rmtree(self.cache / name, ignore_errors=True)
        return missed

    def programs_for(self, release: Release, again: bool) -> list[Path]:
        """The programs to run on a release: all again, or those that no row of today is about."""
        rows, pins = read_rows(self.project), pins_of(release)
        known = {row.claim: row for row in rows if row.release == release["name"]}
        claims = claims_of(self.project, ClaimsFile())
        return [
            claim.program.path
            for name, claim in claims.items()
            if is_about(release, claim.program)
            and (again or name not in known or is_stale(known[name], claim, pins))
        ]

    def _record(self, release: Release, again: bool) -> None:
        """Keep what the recorded programs print on a release, and its names; of no preview."""
        recorded, folder = Recorded(self.project, self.releases), self.cache / release["name"]
        due = recorded.programs_for(release, again) or recorded.names_for(release, again)
        if due and not release.get("preview"):
            python = build(release, folder)

            def variables(home: str) -> dict[str, str]:
                return self._variables(release, folder, home)

            recorded.measure(release, again, lambda words: run_whole(python, variables, words))

    def _measured(
        self, release: Release, programs: list[Path], tick: Callable[[str], None]
    ) -> list[Row]:
        """Run these programs in the release's environment; the rows of the data file."""
        folder = self.cache / release["name"]
        python = build(release, folder)
        log = folder.with_name(f"{folder.name}.log")
        with log.open("w") as stderr, tempfile.TemporaryDirectory() as home:
            running = subprocess.Popen(
                [str(python), str(IN_RELEASE), *map(str, programs)],
                env=self._variables(release, folder, home),
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )
            assert running.stdout
            about: dict[str, Any] = json.loads(running.stdout.readline() or "{}")
            records = []
            for line in running.stdout:
                records.append(json.loads(line))
                tick(records[-1]["claim"])
            code = running.wait()
        if code or len(records) != len(programs):
            last = log.read_text().strip().splitlines()[-1:]
            raise NotMeasured("the environment does not run: " + " ".join(last))
        if about.get("backend") != release["backend"]:
            raise NotMeasured(f"Keras runs on {about.get('backend')}, not {release['backend']}")
        claims = claims_of(self.project, ClaimsFile())
        hashes = {name: claim.hash for name, claim in claims.items()}
        return [_row_of(release, about, record, hashes) for record in records]

    def _variables(self, release: Release, folder: Path, home: str) -> dict[str, str]:
        """The environment variables that a release's programs run with: those of every check."""
        config = self.project.config
        common = environment(os.environ, config.clear, config.set, home)
        return common | libraries(release, folder) | dict(release.get("variables", {}))

    def _keep(self, release: Release, fresh: list[Row]) -> None:
        """Say what moved, and keep the rows, but not those of a preview or of a claim that went."""
        claims = claims_of(self.project, ClaimsFile())
        known = [row for row in read_rows(self.project) if row.claim in claims]
        moved = list(moves(known, fresh, self.releases))
        line = table_of_moves(moved) if moved else f"{release['name']}: measured, no claim moved"
        self.console.print(line, soft_wrap=True, markup=False)
        if not release.get("preview"):
            write_rows(self.project, replaced(known, fresh), self.releases.place_in_time)


def _row_of(
    release: Release, about: dict[str, Any], record: dict[str, Any], hashes: dict[str, str]
) -> Row:
    """The row of one program, from what `in_release.py` said of it and of its environment."""
    claim = claim_name(Path(record["claim"]))
    return Row(
        claim=claim,
        release=release["name"],
        keras=about["keras"],
        backend=about["backend"],
        python=about["python"],
        verdict=record["verdict"],
        evidence=record["evidence"],
        program=hashes[claim],
        pins=pins_of(release),
        date=datetime.date.today().isoformat(),
    )


def replaced(rows: list[Row], fresh: list[Row]) -> list[Row]:
    """The rows with the freshly measured ones in the place of their older selves."""
    new = {(row.claim, row.release) for row in fresh}
    return [row for row in rows if (row.claim, row.release) not in new] + fresh


def main(only: str | None = None) -> None:
    """Measure what is asked for; exit with the reasons if something could not be."""
    console = Console()
    try:
        measuring = Measuring(Project.read(Path.cwd()), console)
    except Failure as failure:
        sys.exit(str(failure))
    todo = measuring.releases.chosen(only)
    missed = measuring.all_of(todo, only is not None)
    every = measuring.releases.all
    missed |= {one["name"]: one["unmeasured"] for one in every if one.get("unmeasured")}
    for name, why in missed.items():
        console.print(f"not measured: {name}: {why}", soft_wrap=True, markup=False)
    sys.exit(bool(missed.keys() & {one["name"] for one in todo}))


if __name__ == "__main__":
    main(*sys.argv[1:2])
