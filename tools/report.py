"""A report: what a check found; reports of shards merge into one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tools.failure import Failure, counted
from tools.project import Project
from tools.runner.program import Program
from tools.runner.run import Run

if TYPE_CHECKING:  # not every site has one
    from tools.ledger.ledger import Ledger
    from tools.statements.account import Account
    from tools.statements.evidence import Evidence


@dataclass
class Report:
    """The run of each program, why some were not run, all failures, and notes about the machine."""

    project: Project
    runs: dict[Program, Run] = field(default_factory=dict)
    not_run: dict[Program, list[str]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ledger: "Ledger | None" = None
    evidence: "Evidence | None" = None
    account: "Account | None" = None

    def of(self, program: Program) -> list[Failure]:
        """The failures that name this program."""
        return [failure for failure in self.failures if _names(failure, str(program))]

    def elsewhere(self) -> list[Failure]:
        """The failures that name no program: faults of a page, a name, a left-over file."""
        programs = [str(program) for program in self.project.programs]
        return [
            failure
            for failure in self.failures
            if not any(_names(failure, program) for program in programs)
        ]

    def summary(self) -> "Summary":
        """What another machine needs to know of this report."""
        return Summary(
            ran=[program.key for program in self.runs],
            not_run={program.key: lacks for program, lacks in self.not_run.items()},
            failures=self.failures,
            notes=self.notes,
        )


def _names(failure: Failure, file: str) -> bool:
    return any(place.startswith(f"{file}:") for place in failure.places)


@dataclass
class Summary:
    """A report without the runs: the names of what ran, and all that is wrong."""

    ran: list[str]
    not_run: dict[str, list[str]]
    failures: list[Failure]
    notes: list[str]

    def write(self, file: Path) -> None:
        """Write it as JSON, for `merged`."""
        text = json.dumps(vars(self) | {"failures": [failure.args for failure in self.failures]})
        file.write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> "Summary":
        values = json.loads(file.read_text(encoding="utf-8"))
        failures = [Failure(tuple(places), *words) for places, *words in values["failures"]]
        return cls(**values | {"failures": failures})

    def lines(self) -> list[str]:
        """What a person reads: each failure, then one line of counts."""
        lacks = [
            f"{name} was not run: it needs {', '.join(needs)}"
            for name, needs in self.not_run.items()
        ]
        counts = f"{counted(len(self.ran), 'program')} ran, {len(self.not_run)} not run"
        failures = [str(failure) for failure in self.failures]
        end = f"{counts}, {counted(len(failures), 'failure')}"
        return [*failures, *lacks, *self.notes, end]


def merged(summaries: Sequence[Summary], programs: Iterable[Program]) -> Summary:
    """One summary of the shards of a check. A program that none of them ran is a failure."""
    ran = sorted({name for each in summaries for name in each.ran})
    not_run = {name: lacks for each in summaries for name, lacks in each.not_run.items()}
    failures = {failure for each in summaries for failure in each.failures}
    named = {place for failure in failures for place in failure.places}
    for program in programs:
        seen = program.key in ran or program.key in not_run
        if not seen and not any(place.startswith(f"{program}:") for place in named):
            failures.add(Failure((f"{program}:1",), f"{program} is in none of the reports"))
    notes = sorted({note for each in summaries for note in each.notes})
    return Summary(ran, not_run, sorted(failures), notes)
