"""The tree of programs, put back when something changed it while programs ran.

Where the system keeps programs from writing (Landlock), this is not needed. Elsewhere compiled code
can write where it likes, which is noticed afterwards: the files are put back as they were, the
foreign versions are kept, and the programs that ran at that moment are named.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.failure import Failure, at
from tools.project import Project
from tools.runner.program import Program
from tools.runner.run import Run
from tools.runner.store import FOLDER, replace_file

DISPLACED = f"{FOLDER}/displaced"
"""Where the foreign versions of files are kept: one of them may be somebody's edit."""


class Tree:
    """The files of a project's folder of programs, as they were before its programs ran."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.before = {file: (project.folder / file).read_bytes() for file in project.files}

    def put_back(self, runs: Mapping[Program, Run], only_report: bool) -> Iterator[Failure]:
        """A failure for each file that has changed; it is put back, unless that is not wanted
        since somebody edits files meanwhile."""
        now = Project.read(self.project.root).files
        for file in sorted(self.before.keys() | now):
            path = self.project.folder / file
            content = path.read_bytes() if path.exists() else None
            before = self.before.get(file)
            if content == before:
                continue
            suspects = _running_when_written(path, runs)
            name = f"{self.project.config.programs}/{file}"
            what = f"{name} changed while programs ran, and they write in their own folder only"
            if not only_report:
                what += f"; it is as before, and what was there is in {DISPLACED}/"
                self._restore(file, content, before)
            places = (at(name), *(at(program) for program in suspects))
            yield Failure(places, what)

    def _restore(self, file: str, content: bytes | None, before: bytes | None) -> None:
        path = self.project.folder / file
        if content is not None:
            replace_file(self.project.root / DISPLACED / file, content)
        if before is None:
            path.unlink()
        else:
            replace_file(path, before)


def _running_when_written(path: Path, runs: Mapping[Program, Run]) -> list[Program]:
    """The programs that ran when a file was written last; all, where it is gone."""
    if not path.exists():
        return sorted(runs)
    written = path.stat().st_mtime
    return sorted(
        program
        for program, run in runs.items()
        if run.began - 0.1 <= written <= run.began + run.seconds + 0.1
    )
