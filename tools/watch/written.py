"""The report of the watch, in Markdown: the same findings give the same text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from packaging.version import Version

from tools.failure import Failure, counted
from tools.moved import Findings, fitted, moved
from tools.runner.store import digest
from tools.watch.audit import Audit
from tools.watch.trial import Trial

_NEXT = """\
## What to do next

Nothing is wrong on the published site: it was built with the locked packages, and its build checks
that. This says what the next releases change.

1. **A final release** is newer than the lock: `make upgrade`, and the findings below are what it
   will stop at.
2. **A release candidate or a nightly** changes something: read each finding. Is it announced in the
   release notes? Then leave it for the upgrade. Is it a mistake there? Then report it to the
   package, with our program, which runs by itself. `make watch WITH="{example}"` makes the same
   environment in `.check/watch/`, whose Python runs one program.
3. **A source** says something else: read its page, then mend the quotation in the file of sources,
   or the sentence that rests on it.
4. **A vulnerability** is known: `make lock` takes the version that mends it, if the ranges of
   `pyproject.toml` allow it.
5. **A program only ran longer** than it may, twice? Then the machine may have been slow: see the
   next week.
6. **Not tried** is not green. Run the watch again; if it stays, mend what it says.

This text is written anew each week, and the issue closes itself when all is green.
"""


@dataclass(frozen=True)
class Sources:
    """What `make links` found; `why_not` where it could not look."""

    count: int
    failures: Sequence[Failure]
    why_not: str = ""

    @property
    def is_green(self) -> bool:
        """Whether all could be looked up, and say what they are quoted for."""
        return not self.failures and not self.why_not


@dataclass(frozen=True)
class Watched:
    """All that one call of the watch found; parts that it was not asked for are missing."""

    trials: Sequence[Trial]
    sources: Sources | None = None
    audit: Audit | None = None

    @property
    def is_green(self) -> bool:
        """Whether all was tried, and nothing moved."""
        looked = not self.sources or self.sources.is_green
        sound = not self.audit or self.audit.is_green
        return looked and sound and all(trial.is_green for trial in self.trials)

    def digest(self) -> str:
        """A sign for what was found: another day's nightly with the same findings has the same."""
        words = [str(self.sources), str(self.audit)]
        for trial in self.trials:
            failures = trial.summary.failures if trial.summary else []
            found = sorted((one.kind, *one.places, one.what) for one in failures)
            words.append(str((trial.asked, bool(trial.why_not), found)))
        return digest(words)[:12]


def report_of(watched: Watched) -> str:
    """The report, short enough for an issue. Its last line is a sign for what was found."""
    text = fitted(lambda most: "\n".join(_written(watched, most)).rstrip())
    return f"{text}\n\n<!-- findings: {watched.digest()} -->\n"


def _written(watched: Watched, most: int) -> Iterator[str]:
    told = _without_repetition(watched.trials)
    yield from ("| tried | locked | newer | found |", "| --- | --- | --- | --- |")
    yield from map(_row, watched.trials)
    if watched.sources:
        yield f"| sources on the network | | | {_of_sources(watched.sources)} |"
    if watched.audit:
        yield f"| audit of the lock | | | {_of_audit(watched.audit)} |"
    yield ""
    if not watched.is_green:
        example = next((one for one in watched.trials if not one.is_green), None)
        yield _NEXT.format(example=" ".join(example.asked) if example else "keras")
    for trial, same in told:
        yield from _section(trial, same, most)
    if watched.sources and watched.sources.failures:
        lines = [f"`{one.places[0]}`: {one.what}" for one in watched.sources.failures]
        yield from _list("Sources that do not say what they are quoted for", lines, most)
    if watched.audit and watched.audit.found:
        yield from _list("Known vulnerabilities", watched.audit.found, most)
    if watched.audit and watched.audit.unknown:
        lines = [f"`{name}`: {why}" for name, why in watched.audit.unknown.items()]
        yield from _list("Packages that could not be audited", lines, most)


def _row(trial: Trial) -> str:
    """A trial in the table: what was tried, and what came of it in a few words."""
    locked = "<br>".join(f"{name} {version}" for name, version in trial.locked.items())
    newer = "<br>".join(
        _newer(*trial.versions[name]) for name in trial.locked if name in trial.versions
    )
    if trial.why_not:
        found = f"**not tried**: {_one_line(trial.why_not)}"
    elif not trial.summary:
        found = "nothing newer"
    else:
        found = Findings(trial.summary, trial.versions).counted()
    return f"| {' '.join(f'`{one}`' for one in trial.asked)} | {locked} | {newer} | {found} |"


def _newer(locked: str, version: str) -> str:
    tried = Version(version)
    if tried > Version(locked) and not tried.is_prerelease:
        return f"{version}, a final release"
    return version


def _of_sources(sources: Sources) -> str:
    if sources.why_not:
        return f"**not tried**: {_one_line(sources.why_not)}"
    return f"{sources.count} looked up, {len(sources.failures)} not as quoted"


def _of_audit(audit: Audit) -> str:
    if audit.why_not:
        return f"**not tried**: {_one_line(audit.why_not)}"
    said = f"{audit.count - len(audit.unknown)} packages, {len(audit.found)} known vulnerabilities"
    return f"{said}; **not tried**: {len(audit.unknown)}" if audit.unknown else said


def _section(trial: Trial, same: dict[str, int], most: int) -> Iterator[str]:
    if not trial.summary:
        return
    names = [
        f"{name} {trial.versions.get(name, ('', was))[1]}" for name, was in trial.locked.items()
    ]
    yield from (f"## {', '.join(names)}", "")
    others = {name: pair for name, pair in trial.versions.items() if name not in trial.locked}
    if others:
        came = (f"`{name}` {was} → {now}" for name, (was, now) in sorted(others.items()))
        yield from (f"With it came {', '.join(came)}.", "")
    for misfit in trial.misfits:
        yield f"- {misfit}: what follows may be due to that."
    if trial.misfits:
        yield ""
    if trial.known:
        known = counted(trial.known, "failure")
        yield from (f"Left out: {known} of the locked packages themselves.", "")
    for name, count in same.items():
        yield from (f"The same as with {name}, and told there: {counted(count, 'finding')}.", "")
    yield moved(trial.summary, 3, most, trial.versions)


def _without_repetition(trials: Iterable[Trial]) -> list[tuple[Trial, dict[str, int]]]:
    """The trials, each without the failures that one before it had, and how many those were: a
    nightly has what a release candidate has."""
    seen: dict[Failure, str] = {}
    told = []
    for trial in trials:
        same: dict[str, int] = {}
        for failure in trial.summary.failures if trial.summary else []:
            name = seen.setdefault(failure, " ".join(trial.asked))
            if name != " ".join(trial.asked):
                same[name] = same.get(name, 0) + 1
        if trial.summary and same:
            mine = [one for one in trial.summary.failures if seen[one] == " ".join(trial.asked)]
            trial = replace(trial, summary=replace(trial.summary, failures=mine))
        told.append((trial, same))
    return told


def _list(title: str, lines: Sequence[str], most: int) -> Iterator[str]:
    """Lines below a heading; of too many the last ones are counted."""
    yield from (f"## {title} ({len(lines)})", "")
    yield from (f"- {_one_line(line)}" for line in lines[: 5 * most])
    if len(lines) > 5 * most:
        yield f"- and {len(lines) - 5 * most} more, left out here"
    yield ""


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
