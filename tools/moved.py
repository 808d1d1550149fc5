"""What moved: the failures of a check in Markdown, each below what it is a consequence of.

For a check with other packages than those that the site was recorded with: what it finds is no
fault of the site. The same summary gives the same text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tools.failure import Failure, counted
from tools.pages.compare import DIFFERENCE
from tools.report import Summary

LIMIT = 60_000
"""Characters of one text: an issue on GitHub holds 65,536."""
_LINES = 40
"""Of a longer difference or traceback, the first and the last are shown."""
_OF_PROGRAMS = ("claim", "broke", "late", "evidence", "output")
"""Kinds of failures that are a program's own; the first that it has says what became of it."""
_OF_STATEMENTS = ("statement", "pair")
Versions = Mapping[str, tuple[str, str]]
"""The packages that moved, with the version that was and the one that is."""


@dataclass
class Item:
    """One finding: its line, what to read below it, what follows from it, and a sign that findings
    with the same cause share."""

    line: str
    detail: str = ""
    follows: list[str] = field(default_factory=list)
    cause: str = ""


def moved(
    summary: Summary, level: int = 3, most: int = 10_000, versions: Versions | None = None
) -> str:
    """What a check found, in sections below headings of this level. Of each section the first
    `most` findings are told in full, four times as many by their line, and the rest are counted.
    With `versions`, what only says another version is told apart.
    """
    found = Findings(summary, versions or {})
    text = [f"{found.counted()}.", ""]
    for title, items in found.sections().items():
        if items:
            text += [f"{'#' * level} {title} ({len(items)})", "", *_listed(items, most)]
    return "\n".join(text).rstrip() + "\n"


def fitted(write: Callable[[int], str], limit: int = LIMIT) -> str:
    """The longest text that is not longer than the limit, of those that `write` gives for a number
    of findings to be told in full."""
    for most in (10_000, 300, 100, 50, 25, 12, 6, 3, 1):
        text = write(most)
        if len(text) <= limit:
            return text
    left_out = f"\n\n(cut here: {len(text) - limit} characters are left out)\n"
    return text[: limit - len(left_out)] + left_out


class Findings:
    """The failures of a check, sorted into what became of programs, and what follows from it."""

    def __init__(self, summary: Summary, versions: Versions) -> None:
        self.summary = summary
        self.programs: dict[str, list[Failure]] = {}
        self.kinds: dict[str, list[Failure]] = {}
        for failure in sorted(summary.failures, key=in_order):
            self.kinds.setdefault(failure.kind, []).append(failure)
            if failure.kind in _OF_PROGRAMS:
                self.programs.setdefault(_programs_in(failure.places)[0], []).append(failure)
        self.first = {
            program: min(failures, key=lambda failure: _OF_PROGRAMS.index(failure.kind))
            for program, failures in self.programs.items()
        }
        self.became = {
            program: "version" if _says_a_version(failures, versions) else self.first[program].kind
            for program, failures in self.programs.items()
        }
        self.follows: dict[str, list[Failure]] = {}
        self.unexplained: list[Failure] = []
        for failure in self.of(*_OF_STATEMENTS):
            page, *behind = failure.places
            known = [name for name in _programs_in([*behind, page]) if name in self.programs]
            cause = self.follows.setdefault(known[0], []) if known else self.unexplained
            cause.append(failure)

    def of(self, *kinds: str) -> list[Failure]:
        """The failures of these kinds."""
        return [failure for kind in kinds for failure in self.kinds.get(kind, [])]

    def counted(self) -> str:
        """How many of each, as a phrase."""
        became = list(self.became.values())
        quoting = {one for name in self._those("version") for one in self.follows.get(name, [])}
        lost, other = (set(self.of(kind)) - quoting for kind in _OF_STATEMENTS)
        else_ = became.count("output") + became.count("evidence")
        said = [
            _count(became.count("claim"), "claim moved", "claims moved"),
            _count(became.count("broke"), "program broke", "programs broke"),
            _count(became.count("late"), "program ran too long", "programs ran too long"),
            _count(else_, "program writes something else", "programs write something else"),
            _count(len(lost), "statement lost its proof", "statements lost their proof"),
            _count(len(other), "statement rests on other words", "statements rest on other words"),
            _count(
                became.count("version"),
                "program says only another version",
                "programs say only another version",
            ),
            _count(len(quoting), "statement quotes that", "statements quote that"),
            _count(len(self._names("name gone")), "name is gone", "names are gone"),
            _count(len(self._names("name back")), "name is back", "names are back"),
            _count(len(self.of("quotation")), "quotation is gone", "quotations are gone"),
            _count(len(self.others()), "other failure", "other failures"),
            _count(len(self.summary.not_run), "program was not run", "programs were not run"),
        ]
        told = ", ".join(filter(None, said)) or "nothing moved"
        return f"{counted(len(self.summary.ran), 'program')} ran: {told}"

    def is_news(self) -> bool:
        """Whether anything says more than that another version is installed."""
        elsewhere = self.of("name gone", "name back", "quotation")
        became = set(self.became.values()) - {"version"}
        return bool(became or self.unexplained or elsewhere or self.others())

    def _those(self, *kinds: str) -> list[str]:
        """The programs of which this became."""
        return [program for program, became in self.became.items() if became in kinds]

    def others(self) -> list[Failure]:
        """What another release does not explain; and old pairs, where nothing else tells of their
        statement."""
        told = "\n".join(_sentence(failure) for failure in self.of(*_OF_STATEMENTS))
        old = [failure for failure in self.of("old pair") if failure.detail not in told]
        known = {*_OF_PROGRAMS, *_OF_STATEMENTS, "old pair", "quotation", "name gone", "name back"}
        rest = [one for kind in self.kinds.keys() - known for one in self.kinds[kind]]
        return sorted([*rest, *old], key=in_order)

    def sections(self) -> dict[str, list[Item]]:
        """All that was found, by what it is."""
        return {
            "Claims that moved": self._of_programs("claim"),
            "Programs that broke": list(_by_cause(self._of_programs("broke"))),
            "Programs that write something else": self._of_programs("evidence", "output"),
            "Programs that ran longer than they may": self._in_lines("late"),
            "Programs that say only another version": self._in_lines("version"),
            "Statements that lost their proof, with no program to blame": [
                Item(_statement(failure)) for failure in self.unexplained
            ],
            "Names that are gone": self._names("name gone"),
            "Names that are back, though their pages mark them as gone": self._names("name back"),
            "Quotations that installed packages no longer have": [
                Item(f"`{failure.places[0]}`: {failure.what}", "", _also(failure))
                for failure in self.of("quotation")
            ],
            "Other failures": [
                Item(f"`{failure.places[0]}`: {failure.what}", failure.detail)
                for failure in self.others()
            ],
            "Not run, so not known": [
                Item(f"`{program}` needs {', '.join(lacks)}")
                for program, lacks in sorted(self.summary.not_run.items())
            ],
        }

    def _of_programs(self, *kinds: str) -> list[Item]:
        """The programs whose first failure is of these kinds, each with what follows from it."""
        items = []
        for program in self._those(*kinds):
            first, failures = self.first[program], self.programs[program]
            follows = [_statement(failure) for failure in self.follows.get(program, [])]
            line, cause = _became(program, first), _cause(program, first)
            items.append(Item(line, _detail(failures), follows, cause))
        return items

    def _in_lines(self, kind: str) -> list[Item]:
        """Such programs without their details: how far a slow one came says little."""
        return [replace(item, detail="") for item in self._of_programs(kind)]

    def _names(self, kind: str) -> list[Item]:
        """The names of the API that are gone or back, each with all its places."""
        places: dict[str, list[str]] = {}
        for failure in self.of(kind):
            places.setdefault(failure.detail, []).append(failure.places[0])
        return [
            Item(f"`{name}`: {', '.join(f'`{place}`' for place in where)}")
            for name, where in sorted(places.items())
        ]


def in_order(failure: Failure) -> tuple[str, int, Failure]:
    """Line 9 comes before line 10."""
    file, _, line = failure.places[0].rpartition(":")
    return file, int(line) if line.isdigit() else 0, failure


def _became(program: str, failure: Failure) -> str:
    """What became of a program, in one line."""
    shown = failure.places[0]
    place = "" if shown.startswith(program) else f", shown at `{shown}`"
    if failure.kind in ("claim", "evidence"):  # its detail is a row of a table
        claim, _, before, now, _ = _cells(failure.detail)
        turn = f"**{before} → {now}**" if before != now else f"{now}, with other evidence"
        return f"`{claim}`: {turn} (`{program}`)"
    return f"`{program}`{place}: {failure.what.removeprefix(program).strip()}"


def _says_a_version(failures: Iterable[Failure], versions: Versions) -> bool:
    """Whether nothing in these differences differs but the version of a package that moved."""
    return bool(versions) and all(
        failure.kind == "output" and _is_version(failure.detail, versions) for failure in failures
    )


def _is_version(difference: str, versions: Versions) -> bool:
    lines = difference.splitlines()
    before = [line[1:] for line in lines if line.startswith("-") and not line.startswith("---")]
    now = [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]
    for old, new in versions.values():
        now = [line.replace(new, old) for line in now]
    is_whole = len(lines) < DIFFERENCE  # what was cut off may be something else
    return is_whole and bool(now) and before == now


def _cause(program: str, failure: Failure) -> str:
    """What programs that end in the same way have in common: the last line of their tracebacks, or
    how they ended, if it was not by an error."""
    how = failure.what.removeprefix(program)
    last = failure.detail.strip().rpartition("\n")[2]
    return f"{how} {last}" if "Traceback" in failure.detail else how


def _detail(failures: Iterable[Failure]) -> str:
    """What to read of a program: its differences, or its traceback; the evidence of a claim only
    where there is no difference to show it."""
    failures = list(failures)
    shown = [
        # what is logged before an error says little, and the time each time
        failure.detail[max(failure.detail.find("Traceback (most recent call last)"), 0) :]
        for failure in failures
        if failure.kind in ("broke", "late", "output")
    ]
    rows = [_cells(failure.detail)[-1] for failure in failures if failure.kind == "claim"]
    return "\n".join(filter(None, shown or rows))


def _by_cause(items: Iterable[Item]) -> Iterator[Item]:
    """Programs that end in the same way are one finding: the first with its traceback, the others
    follow."""
    same: dict[str, Item] = {}
    for item in items:
        first = same.setdefault(item.cause, item)
        if first is not item:
            first.follows += [f"the same in {item.line.rpartition(': ')[0]}", *item.follows]
    yield from same.values()


def _cells(table: str) -> list[str]:
    """The cells of the last line of a Markdown table."""
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", table.splitlines()[-1])[1:-1]]


def _statement(failure: Failure) -> str:
    """A statement: its place, its sentence, and what is wrong with its proof."""
    if failure.kind == "pair":
        return f"`{failure.places[0]}` rests on other words now, read it again: {_quoted(failure)}"
    what = failure.what.removeprefix("a statement ").removeprefix("has ")
    return f"`{failure.places[0]}` {what}: {_quoted(failure)}".rstrip(": ")


def _quoted(failure: Failure) -> str:
    said = re.sub(r"<!-- value: .*?-->", "[value]", _sentence(failure))
    sentence = re.sub(r"\s+", " ", said).strip()
    return f"“{sentence}”" if sentence else ""


def _sentence(failure: Failure) -> str:
    """The sentence of a statement's failure: a pair begins with it."""
    if failure.kind != "pair":
        return failure.detail
    return failure.detail.partition("\n")[0].removeprefix("statement: ")


def _also(failure: Failure) -> list[str]:
    """The statements that rest on a source."""
    said = failure.detail.splitlines()
    pairs = zip(failure.places[1:], said, strict=False)
    return [f"`{place}` rests on it: “{sentence}”" for place, sentence in pairs]


def _programs_in(places: Iterable[str]) -> list[str]:
    """The programs that these places are in."""
    files = (place.rpartition(":")[0] for place in places)
    return list(dict.fromkeys(file for file in files if file.endswith(".py")))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _listed(items: list[Item], most: int) -> Iterator[str]:
    """Findings as a list: the first ones in full, more by their line, the rest by their number."""
    for item in items[:most]:
        yield f"- {item.line}"
        yield from (f"    - {one}" for one in item.follows[: 4 * most])
        if len(item.follows) > 4 * most:
            yield f"    - and {len(item.follows) - 4 * most} more, left out here"
        yield from _fenced(item.detail)
    named = items[most : 5 * most]
    yield from (f"- {item.line}" for item in named)
    if len(items) > 5 * most:
        yield f"- and {len(items) - 5 * most} more, left out here"
    yield ""


def _fenced(detail: str) -> Iterator[str]:
    """A difference or a traceback, folded, in a fence that nothing in it can end."""
    lines = detail.rstrip().splitlines()
    if not lines:
        return
    if len(lines) > _LINES:
        half, out = _LINES // 2, len(lines) - _LINES
        lines = [*lines[:half], f"... {out} lines are left out ...", *lines[-half:]]
    ticks = max((len(run) for run in re.findall(r"`+", detail)), default=0)
    fence = "`" * max(3, ticks + 1)
    kind = "diff" if lines[0].startswith("--- ") else "text"
    told = ["<details><summary>what it said</summary>", "", f"{fence}{kind}", *lines, fence]
    yield from ("", *(f"    {line}" for line in [*told, "", "</details>"]), "")
