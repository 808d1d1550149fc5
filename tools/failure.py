"""A failure: what is wrong, and each place that it has to do with."""


class Failure(Exception):
    """`places` are `file:line` texts, the page first; `what` is a sentence without a full stop;
    `detail` is a difference or a traceback, or empty; `kind` is what another release of a package
    can bring about (`tools/moved.py`), and empty for what only an edit can. Failures sort by place
    and compare by value.
    """

    def __init__(
        self, places: tuple[str, ...], what: str, detail: str = "", kind: str = ""
    ) -> None:
        super().__init__(places, what, detail, kind)
        self.places = places
        self.what = what
        self.detail = detail
        self.kind = kind

    def __str__(self) -> str:
        lines = [f"{self.places[0]}: {self.what}"]
        lines += [f"    see {place}" for place in self.places[1:]]
        lines += [f"    {line}" for line in self.detail.splitlines()]
        return "\n".join(lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Failure) and self.args == other.args

    def __lt__(self, other: "Failure") -> bool:
        return self.args < other.args

    def __hash__(self) -> int:
        return hash(self.args)


def at(path: object, line: int = 1) -> str:
    """A place, in the form that editors and terminals make a link of."""
    return f"{path}:{line}"


def counted(number: int, noun: str) -> str:
    """So many of these, in words: "1 failure", "2 failures"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
