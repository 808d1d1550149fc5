"""A failure: what is wrong, and each place that it has to do with."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Failure(Exception):
    """`places` are `file:line` texts, the page first; `what` is a sentence without a full stop;
    `detail` is a difference or a traceback, or empty."""

    places: tuple[str, ...]
    what: str
    detail: str = ""

    def __str__(self) -> str:
        lines = [f"{self.places[0]}: {self.what}"]
        lines += [f"    see {place}" for place in self.places[1:]]
        lines += [f"    {line}" for line in self.detail.splitlines()]
        return "\n".join(lines)


def at(path: object, line: int = 1) -> str:
    """A place, in the form that editors and terminals make a link of."""
    return f"{path}:{line}"
