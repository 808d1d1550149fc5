"""Evidence: the words that a mark quotes, as the build has just found them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from tools.ledger.ledger import Ledger
from tools.project import Project
from tools.runner.program import OUTPUT, Program
from tools.runner.run import Run
from tools.statements.marks import Mark
from tools.statements.sources import Sources, collapsed


class Lost(Exception):
    """Why a mark proves nothing, as a sentence that begins with its statement."""


@dataclass(frozen=True)
class Evidence:
    """Where a project's evidence comes from: its sources, its ledger, and the runs of a check."""

    project: Project
    sources: Sources
    ledger: Ledger | None
    runs: Mapping[Program, Run]
    _found: dict[Mark, str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of_runs(
        cls, project: Project, ledger: Ledger | None, runs: Mapping[Program, Run]
    ) -> "Evidence":
        """Evidence from these runs; from the recorded output of a program that has none."""
        return cls(project, Sources.read(project), ledger, runs)

    def output_of(self, program: Program) -> str | None:
        """What a program has printed in its run, or is recorded to print; None if neither."""
        run, recorded = self.runs.get(program), program.product(OUTPUT)
        if run and not run.fault:
            return run.output
        return recorded.read_text(encoding="utf-8") if recorded.exists() else None

    def of(self, mark: Mark) -> str:
        """The evidence of a mark: the lines that hold its words, or its quotation.

        Raises `Lost`.
        """
        if mark not in self._found:  # the check, the account and the page ask for the same
            self._found[mark] = self._look_up(mark)
        return self._found[mark]

    def _look_up(self, mark: Mark) -> str:
        if mark.kind == "opinion":
            return ""
        if mark.kind == "source":
            source = self.sources.all.get(mark.target)
            if not source:
                raise Lost(f"names the source {mark.target}, which {self.sources.name} lacks")
            if not source.quote:
                raise Lost(f"rests on the source {mark.target}, which quotes nothing")
            return collapsed(source.quote)
        lines = [collapsed(line) for line in self._lines(mark)]
        return " | ".join(dict.fromkeys(_line_with(words, lines, mark) for words in mark.words))

    def value(self, mark: Mark) -> str:
        """The piece of an output that a `value` stands for. Raises `Lost`."""
        before, after = (re.escape(collapsed(part)) for part in mark.words[0].split("{}"))
        for line in self._lines(mark):
            found = re.search(rf"{before}\s*(\S.*?|\S)\s*{after or '$'}", collapsed(line))
            if found:
                return found[1]
        raise Lost(f"takes a value from {mark.target}, which prints nothing like {mark.words[0]!r}")

    def program(self, mark: Mark) -> Program | None:
        """The program that a proof or a value names: for a claim of the ledger the one that decides
        it."""
        page, _, name = mark.target.rpartition("/")
        config = self.project.config.ledger
        if config and page == config.folder:
            name = name.replace("-", "_")
        known = self.project.has(f"{page}/{name}.py")
        return Program(self.project.folder, page, name) if known else None

    def _lines(self, mark: Mark) -> list[str]:
        """The lines that the words of a mark have to stand in."""
        program = self.program(mark)
        if not program:
            raise Lost(f"rests on {mark.target}, and there is no such program")
        if mark.release:
            return self._row(mark)
        output = self.output_of(program)
        if output is None:
            raise Lost(f"rests on {mark.target}, which has printed nothing")
        lines = output.splitlines()
        if self.ledger and self._is_claim(program):
            lines.append(self.ledger.seen_on(mark.target.rpartition("/")[2].replace("_", "-")))
        return lines

    def _row(self, mark: Mark) -> list[str]:
        claim = mark.target.rpartition("/")[2].replace("_", "-")
        for row in self.ledger.rows if self.ledger else []:
            if (row.claim, row.release) == (claim, mark.release):
                return [*row.evidence.split(" | "), f"verdict: {row.verdict}"]
        raise Lost(
            f"rests on the claim {claim} on {mark.release}, which the ledger has not measured"
        )

    def _is_claim(self, program: Program) -> bool:
        config = self.project.config.ledger
        return config is not None and program.page == config.folder


def place_of(words: str, text: str) -> int:
    """Where these words begin in a text, and not inside longer ones: "keras: 5" is not in
    "tf_keras: 50". -1 where they do not."""
    place = text.find(words)
    while place >= 0:
        around = text[place - 1 : place] + words[0], words[-1] + text[place + len(words) :][:1]
        if not any(re.fullmatch(r"\w\w", pair) for pair in around):
            break
        place = text.find(words, place + 1)
    return place


def _line_with(words: str, lines: list[str], mark: Mark) -> str:
    """The first line that holds these words; with a verdict what it rests on. Raises `Lost`."""
    sought = collapsed(words)
    for before, line in pairwise(["", *lines]):
        if place_of(sought, line) >= 0:
            return f"{before} | {line}" if before and line.startswith("verdict: ") else line
    where = f"{mark.target} on {mark.release}" if mark.release else mark.target
    raise Lost(f"has lost its proof: {where} says nothing like {words!r}")
