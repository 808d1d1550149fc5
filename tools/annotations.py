"""Annotations: on GitHub Actions, each failure is shown at the lines that it names, and in the
summary of the run.

GitHub reads them from the log of a step: lines that begin with `::error`. It shows ten of one step;
therefore the first place of every failure comes before the programs of any.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.failure import Failure, counted

MOST = 900_000
"""Bytes in the summary: of a step, GitHub takes a MiB, or none at all."""


def annotate(
    failures: Iterable[Failure], root: Path = Path(), around: Mapping[str, str] = os.environ
) -> None:
    """Print the annotations of failures, and add them to the summary; where no workflow runs,
    nothing. `root` is the folder that their places are relative to."""
    failures = list(failures)
    if not failures or around.get("GITHUB_ACTIONS") != "true":
        return
    workspace = around.get("GITHUB_WORKSPACE", ".")
    below = Path(os.path.relpath(root, workspace)).as_posix()
    print("\n".join(annotations(failures, "" if below == "." else f"{below}/")), flush=True)
    if summary := around.get("GITHUB_STEP_SUMMARY"):
        with open(summary, "a", encoding="utf-8") as file:
            file.write(_summary(failures))


def annotations(failures: Iterable[Failure], below: str = "") -> Iterator[str]:
    """The lines for failures: of each its first place, which is the page's, then its programs.
    `below` is the project's folder in the repository, with a slash at its end."""
    failures = list(failures)
    for failure in failures:
        yield _error(failure, failure.places[0], below)
    for failure in failures:
        for place in failure.places[1:]:
            if place.rpartition(":")[0].endswith(".py"):
                yield _error(failure, place, below)


def _error(failure: Failure, place: str, below: str) -> str:
    file, _, line = place.rpartition(":")
    others = [f"see {other}" for other in failure.places if other != place]
    message = "\n".join([*others, *failure.detail.splitlines()]) or failure.what
    return (
        f"::error file={_property(below + file)},line={line},title={_property(failure.what)}"
        f"::{_data(message)}"
    )


# As @actions/core does it, in packages/core/src/command.ts; the documentation shows only examples.


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(failures: list[Failure]) -> str:
    """The failures as Markdown: indented, since a fence could end within a difference."""
    lines = "\n\n".join(map(str, failures)).splitlines()
    text = "\n".join(
        [f"## {counted(len(failures), 'failure')}\n", *(f"    {line}" for line in lines)]
    )
    if len(text.encode()) > MOST:
        text = text.encode()[:MOST].decode(errors="ignore") + "\n    ... and more: the log has all"
    return f"{text}\n\n"
