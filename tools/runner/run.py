"""A run: how a program ended and what it left, put together from the folder of its job."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.runner.messages import Ending, Note, Told
from tools.runner.program import OUTPUT, PRODUCTS

READ = "read"
"""What a note about a file that was read says; all others are faults."""


@dataclass(frozen=True)
class Run:
    """How a job ended, and what it left.

    `fault` says why it failed, as the rest of a sentence ("raised ValueError"); empty when it
    exited 0. `line` is the line of the program where it failed, at least 1. `written_by` has, for
    each line of output, the line of the program that wrote it, where that is known. `products`
    maps suffixes to texts, `.out` among them; `reads` are the files, and with a `/` at the end the
    folders, that it read below the folder of programs; `began` is a time since the epoch and
    `seconds` wall time; `cells` are those of a lab, as `cells.py` has them.
    """

    fault: str = ""
    line: int = 1
    stderr: str = ""
    began: float = 0.0
    seconds: float = 0.0
    products: dict[str, str] = field(default_factory=dict)
    written_by: list[int] = field(default_factory=list)
    reads: list[str] = field(default_factory=list)
    cells: list[dict[str, Any]] = field(default_factory=list)

    @property
    def output(self) -> str:
        return self.products[OUTPUT]


def collect(program: Path, readable: Path, folder: Path, ending: Ending, most: int) -> Run:
    """The run of a job, from what it left in its folder; of each text, `most` bytes."""
    stderr = _text(folder / "stderr", most)
    stderr = re.sub(r"(?m)^Extension modules: .*\n?", "", stderr)
    told = _told(folder / "end.json")
    notes = _notes(folder / "notes", most)
    fault, line = _fault(folder, ending, told, notes, most)
    products = {OUTPUT: _text(folder / "stdout", most)}
    for suffix in PRODUCTS[1:]:
        written = (folder / "work" / program.name).with_suffix(suffix)
        if written.exists():
            products[suffix] = _text(written, most)
    inside = [note.what for note in notes if note.did == READ]
    return Run(
        fault=fault,
        line=(line or _line_in_dump(stderr, program)) if fault else 1,
        stderr=stderr,
        began=ending.began,
        seconds=ending.seconds,
        products=products,
        written_by=told.written_by if told else [],
        reads=sorted({_below(readable, path) for path in inside}),
        cells=told.cells if told else [],
    )


def _told(file: Path) -> Told | None:
    """How the program ended, as it saw it; None where it could not say so to the end."""
    try:
        return Told.load(file.read_bytes())
    except (OSError, ValueError, TypeError):
        return None


def _below(readable: Path, path: str) -> str:
    relative = Path(path).relative_to(readable.resolve()).as_posix()
    return f"{relative}/" if path.endswith("/") else relative


def _notes(file: Path, most: int) -> list[Note]:
    """What the audit hook noted; a line that is cut off ends it."""
    notes = []
    for line in _text(file, most).splitlines():
        try:
            notes.append(Note.load(line))
        except (ValueError, TypeError):
            break
    return notes


def _fault(
    folder: Path, ending: Ending, told: Told | None, notes: list[Note], most: int
) -> tuple[str, int]:
    """Why the run failed, and at which line of the program where that is known."""
    line = told.line if told else 0
    forbidden = next((note for note in notes if note.did != READ), None)
    if ending.stopped_for:
        return ending.stopped_for, line
    if any(_size(folder / name) > most for name in ("stdout", "stderr")):
        return f"printed more than {most / 2**20:g} MiB", line
    if forbidden:
        return f"{forbidden.did}: {forbidden.what}", forbidden.line
    if told and told.error:
        return f"raised {told.error}", line
    if ending.code or not told:
        return _words_for(ending.code), line
    if ending.left:
        return f"left a process running: {ending.left[0]}", line
    return _fault_of_text(folder / "stdout", told, most)


def _words_for(code: int) -> str:
    """How a process ended that could not say it itself."""
    if code < 0:
        return f"was killed by signal {-code}"
    return f"exited with {code}" if code else "exited without reporting a status (os._exit?)"


def _fault_of_text(stdout: Path, told: Told, most: int) -> tuple[str, int]:
    """What is wrong with what was printed: a page shows text, in UTF-8."""
    printed = stdout.read_bytes()[:most] if stdout.exists() else b""
    try:
        printed.decode()
    except UnicodeDecodeError as error:
        number = printed.count(b"\n", 0, error.start)
        line = told.written_by[number] if number < len(told.written_by) else 1
        return f"printed bytes that are not UTF-8, in line {number + 1} of its output", line
    return "", 1


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _line_in_dump(stderr: str, path: Path) -> int:
    """The program's innermost line in what faulthandler dumps, innermost first."""
    found = re.search(rf'File "{re.escape(str(path.resolve()))}", line (\d+)', stderr)
    return int(found[1]) if found else 1


def _text(path: Path, most: int) -> str:
    """A file's text as far as so many bytes; empty where there is none."""
    if not path.exists():
        return ""
    with open(path, "rb") as file:
        return file.read(most).decode("utf-8", errors="backslashreplace")
