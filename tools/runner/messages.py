"""The words between the processes: what the runner asks of a parent, and what is answered.

Each is a line of JSON. The standard library only: a child reads and writes them, too.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Self

FAREWELL = ""
"""The last line to a parent that is not needed any more. Without it, the runner was killed."""


@dataclass
class Message:
    """What travels as one line of JSON."""

    def dump(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def load(cls, line: str | bytes) -> Self:
        return cls(**json.loads(line))


@dataclass
class Bounds(Message):
    """What one job may use, in the units of `Limits`, in bytes where those are MiB."""

    memory: int
    output: int
    files: int
    processes: int


@dataclass
class Start(Message):
    """To a parent, once: what to import before the first fork, and what has to be empty then.

    Without `fork` each job gets an interpreter of its own. `readable` is the folder whose files are
    noted when a program reads them; `scratch` is removed when the runner is killed; `protect` are
    the protections to ask the system for.
    """

    fork: bool
    imports: list[str]
    unused: list[str]
    readable: str
    scratch: str
    bounds: Bounds
    protect: list[str]

    @classmethod
    def load(cls, line: str | bytes) -> Self:
        values = json.loads(line)
        return cls(**values | {"bounds": Bounds(**values["bounds"])})


@dataclass
class Ready(Message):
    """From a parent, once: the imports are done. `lacks` are the protections it did not get."""

    lacks: list[str]


@dataclass
class Order(Message):
    """To a parent: run the file `path` in `folder`, with these arguments, for so many seconds."""

    number: int
    path: str
    folder: str
    arguments: list[str]
    seconds: float


@dataclass
class Ending(Message):
    """From a parent: how a job's process ended. `code` is its exit code, below 0 the signal;
    `stopped_for` says which limit it was over; `left` are the commands it left running; `began` is
    a time since the epoch, as files have it."""

    number: int
    code: int
    stopped_for: str
    left: list[str]
    began: float
    seconds: float


@dataclass
class Told(Message):
    """From the process of a job, in the file `end.json`: how the program ended, as it saw it.

    `error` is the type of what it raised and `line` the line of the program where; `written_by` has
    the line of the program that wrote each line of output; `cells` are those of a lab.
    """

    code: int = 0
    error: str = ""
    line: int = 0
    written_by: list[int] = field(default_factory=list)
    cells: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Note(Message):
    """From the process of a job, in the file `notes`: something that it did, at which line.

    `did` is "read", or the rest of a sentence about what it may not do.
    """

    did: str
    what: str
    line: int = 1
