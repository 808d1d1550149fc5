"""What a few programs print on each release, whole, and the public names of some releases.

A claim is decided in a fork with the libraries loaded. These run as a reader runs them: each in an
interpreter, a home and a folder of its own. What a program printed becomes a row of `outputs.csv`;
the names of a package become a file, one a line, below a first line that says what was measured.
"""

import datetime
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tools.failure import Failure, at
from tools.ledger.environments import NotMeasured, Release
from tools.ledger.releases import Releases, is_due, pins_of
from tools.ledger.rows import folder_of, read_table, write_table
from tools.project import Project
from tools.runner.program import Program
from tools.runner.store import digest, replace_file

FILE = "outputs.csv"
PUBLIC_NAMES = Path(__file__).with_name("public_names.py")
LIMIT = 300
"""Seconds for one program."""

Run = Callable[[list[str]], str]
"""Runs these words with the Python of a release; what they print."""


@dataclass(frozen=True)
class Output:
    """What one program printed on one release; the columns of the data file."""

    program: str
    release: str
    output: str
    hash: str
    pins: str
    date: str


class Recorded:
    """The recorded outputs and names of a project."""

    def __init__(self, project: Project, releases: Releases) -> None:
        assert project.config.ledger
        self.project = project
        self.releases = releases
        self.file = folder_of(project) / FILE
        asked = project.config.ledger.recorded
        self.programs = [program for program in project.programs if program.key in asked]
        self.missing = sorted(set(asked) - {program.key for program in self.programs})
        self.names = project.config.ledger.names

    @cached_property
    def outputs(self) -> list[Output]:
        """All rows of the data file. Raises `Failure` on a broken one."""
        return read_table(self.project, self.file, Output)

    def programs_for(self, release: Release, again: bool) -> list[Program]:
        """The programs to run on a release: all again, or those without a row of today."""
        known = {(row.program, row.release): row for row in self.outputs}
        return [
            program
            for program in self.programs
            if again
            or not self._is_of_today(known.get((program.key, release["name"])), program, release)
        ]

    def names_for(self, release: Release, again: bool) -> list[str]:
        """The files of names to write for a release."""
        files = [file for file, (name, _) in self.names.items() if name == release["name"]]
        return [file for file in files if again or not self._are_of_today(file, release)]

    def measure(self, release: Release, again: bool, run: Run) -> None:
        """Run what is due on a release, and keep it."""
        today = datetime.date.today().isoformat()
        fresh = [
            Output(
                program.key,
                release["name"],
                run([str(program.path)]),
                self._hash(program),
                pins_of(release),
                today,
            )
            for program in self.programs_for(release, again)
        ]
        if fresh:
            new = {(row.program, row.release) for row in fresh}
            rows = [row for row in self.outputs if (row.program, row.release) not in new] + fresh
            place = self.releases.place_in_time
            rows.sort(key=lambda row: (row.program, place(row.release)))
            write_table(self.file, Output, rows)
            self.outputs = rows
        for file in self.names_for(release, again):
            names = run([str(PUBLIC_NAMES), self.names[file][1]])
            text = f"{self._first_line(file, release)}\n{names}"
            replace_file(self.project.folder / file, text.encode())

    def failures(self) -> Iterator[Failure]:
        """What is missing, was measured with something else than today's, or belongs to nothing."""
        for key in self.missing:
            what = f"tool.check.ledger.recorded names {key}, which does not exist"
            yield Failure((at("pyproject.toml"),), what)
        due = [release for release in self.releases.all if is_due(release)]
        for program in self.programs:
            names = [one["name"] for one in due if program in self.programs_for(one, again=False)]
            if names:
                what = f"{program} or the pins have changed since it was recorded on"
                yield Failure((at(program),), f"{what} {', '.join(names)}: run `make releases`")
        place = at(self.file.relative_to(self.project.root))
        wanted = {(program.key, one["name"]) for program in self.programs for one in due}
        for row in self.outputs:
            if (row.program, row.release) not in wanted:
                what = f"{row.program} is not recorded on {row.release}: remove the row"
                yield Failure((place,), what)
        for release in due:
            for file in self.names_for(release, again=False):
                what = "its names are missing, or measured with other pins: run `make releases`"
                yield Failure((at(f"{self.project.config.programs}/{file}"),), what)

    def _hash(self, program: Program) -> str:
        """What was run: the program, and the packages of its page, which it may import."""
        project = self.project
        modules = [each for each in project.modules if project.page_of(each) == program.page]
        return digest(each.source for each in (program, *modules))[:12]

    def _is_of_today(self, row: Output | None, program: Program, release: Release) -> bool:
        """Whether a row was measured with this program and these pins."""
        now = (self._hash(program), pins_of(release))
        return row is not None and (row.hash, row.pins) == now

    def _are_of_today(self, file: str, release: Release) -> bool:
        path = self.project.folder / file
        first = path.read_text(encoding="utf-8").partition("\n")[0] if path.exists() else ""
        return first == self._first_line(file, release)

    def _first_line(self, file: str, release: Release) -> str:
        """What a file of names was measured with."""
        script = digest([PUBLIC_NAMES.read_text(encoding="utf-8")])[:12]
        package = self.names[file][1]
        return f"# {package} on {release['name']}, program {script}, pins {pins_of(release)}"


def run_whole(python: Path, variables: Callable[[str], dict[str, str]], words: list[str]) -> str:
    """Run words as a reader does, in an empty folder and home. Raises `NotMeasured`."""
    with tempfile.TemporaryDirectory() as home:
        try:
            done = subprocess.run(
                [str(python), *words],
                cwd=home,
                env=variables(home),
                capture_output=True,
                text=True,
                timeout=LIMIT,
            )
        except subprocess.TimeoutExpired:
            raise NotMeasured(f"{Path(words[0]).name} takes more than {LIMIT} seconds") from None
    if done.returncode:
        last = " ".join(done.stderr.strip().splitlines()[-1:])
        raise NotMeasured(f"{Path(words[0]).name} ends with {done.returncode}: {last}")
    return done.stdout
