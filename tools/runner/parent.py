"""A parent: a process that imports libraries once, then forks a process for each job.

Started by `runner`. Reads what it has to do from stdin, a line of JSON each (`messages`), and
answers on what was its stdout. It watches the limits of time, memory, output, files and processes,
and ends everything that a job has left running; it ends itself, and all jobs, when stdin closes.

Written by hand because the ready-made ones do not fit: `concurrent.futures` breaks as a whole when
one process crashes, and `multiprocessing`'s fork server imports the caller's main module into each
child and leaves its start method set there.
"""

import atexit
import contextlib
import gc
import importlib
import os
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from tools.runner import child, sandbox
from tools.runner.messages import FAREWELL, Bounds, Ending, Order, Ready, Start

WATCHED = 0.2
"""Seconds between two looks at the limits."""

GRACE = 0.3
"""Seconds in which what a job has started may end by itself after it."""


@dataclass
class Running:
    """A job under way in the process `pid`."""

    order: Order
    pid: int
    bounds: Bounds
    began: float = field(default_factory=time.time)
    started: float = field(default_factory=time.monotonic)
    stopped_for: str = ""

    def exceeded(self) -> str:
        """Which limit the job is over, as a phrase; empty while it is within all of them."""
        folder, bounds = Path(self.order.folder), self.bounds
        if time.monotonic() - self.started > self.order.seconds:
            return f"ran longer than {self.order.seconds:g} s"
        if any(_size(folder / name) > bounds.output for name in ("stdout", "stderr")):
            return f"printed more than {bounds.output / 2**20:g} MiB"
        if sum(map(_size, _files_of(folder / "work"))) > bounds.files:
            return f"wrote files of more than {bounds.files / 2**20:g} MiB"
        family = [self.pid, *descendants(self.pid)]
        if len(family) > bounds.processes:
            return f"ran more than {bounds.processes} processes"
        if sum(map(_memory, family)) > bounds.memory:
            return f"used more than {bounds.memory / 2**30:g} GiB of memory"
        return ""

    def has_left(self, pid: int) -> bool:
        """Whether a process is of this job: it is in its session, or works in its folder."""
        with contextlib.suppress(OSError, psutil.Error):
            folder = os.path.realpath(self.order.folder)
            return os.getsid(pid) == self.pid or psutil.Process(pid).cwd().startswith(f"{folder}/")
        return False


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def _files_of(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)


def descendants(pid: int) -> list[int]:
    """The processes below a process, itself left out."""
    with contextlib.suppress(psutil.Error):
        if _children(pid):
            return [process.pid for process in psutil.Process(pid).children(recursive=True)]
    return []


def _children(pid: int) -> list[int]:
    """The processes that a process is the parent of; where Linux lists them, without a walk
    through all that run."""
    with contextlib.suppress(OSError):
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(word) for task in tasks for word in (task / "children").read_text().split()]
    with contextlib.suppress(psutil.Error):  # not measured: for other systems than Linux
        return [process.pid for process in psutil.Process(pid).children()]
    return []


def _memory(pid: int) -> int:
    """Bytes that a process holds."""
    with contextlib.suppress(psutil.Error):
        return int(psutil.Process(pid).memory_info().rss)
    return 0


def end_family(pid: int) -> None:
    """Kill a process and all that descends from it: stop them first, so that none can start
    another, then kill."""
    stopped: set[int] = set()
    while new := {pid, *descendants(pid)} - stopped:
        for each in new:
            _signal(each, signal.SIGSTOP)
        stopped |= new
    for each in stopped:
        _signal(each, signal.SIGKILL)


def _signal(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)


def warm_up(imports: list[str], unused: list[str]) -> None:
    """Import what nearly every program imports, without running a single operation.

    An operation would start thread pools, and a process forked after that hangs. Garbage
    collection off: it makes the import faster, and a collector that never visits the imported
    objects leaves their memory shared with the children. Exits when it is not safe to fork.
    """
    gc.disable()
    with _no_farewells():
        for name in imports:
            importlib.import_module(name)
    for name in unused:
        module, _, attribute = name.rpartition(".")
        if getattr(sys.modules.get(module), attribute, None):
            sys.exit(f"importing {', '.join(imports)} set {name}: forking is not safe any more")
    gc.freeze()
    gc.enable()


@contextlib.contextmanager
def _no_farewells() -> Iterator[None]:
    """Have libraries that are imported register nothing to do at the end of a process. Their
    farewells take longer than many programs, and a child leaves without taking them down."""
    registered: list[Callable[..., Any]] = []
    register = atexit.register

    def note(function: Callable[..., Any], *arguments: Any, **options: Any) -> Callable[..., Any]:
        registered.append(function)
        return register(function, *arguments, **options)

    atexit.register = note  # type: ignore[assignment]  # put back below
    try:
        yield
    finally:
        atexit.register = register
    for function in registered:
        module = str(getattr(function, "__module__", "")).partition(".")[0]
        if module not in sys.stdlib_module_names - {"importlib"}:  # compiled ones give that
            atexit.unregister(function)


class Parent:
    """The parent at work: its jobs, and its end of the conversation."""

    def __init__(self, start: Start, answers: int, unread: bytes) -> None:
        self.start = start
        self.bounds = start.bounds
        self.answers = answers
        self.under_way: list[Running] = []
        self.dismissed = False
        self.unread = unread
        self.waking = os.pipe()  # a byte for each process that has ended
        for end in self.waking:
            os.set_blocking(end, False)

    def answer(self, message: Ready | Ending) -> None:
        os.write(self.answers, message.dump().encode() + b"\n")

    def begin(self, order: Order) -> None:
        """Start a job: in a fork of this process, or in an interpreter of its own."""
        pid = self._fork(order) if self.start.fork else self._spawn(order)
        self.under_way.append(Running(order, pid, self.bounds))

    def _fork(self, order: Order) -> int:
        pid = os.fork()
        if pid == 0:  # not measured: not yet in a fork
            self._become_child(order)
        return pid

    def _become_child(self, order: Order) -> None:  # not measured: not yet in a fork
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGCHLD, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for descriptor in (*self.waking, self.answers):
            os.close(descriptor)
        try:
            child.run_job(order, self.start)
        finally:  # it ends the process itself, unless it could not even begin
            traceback.print_exc()
            os._exit(70)

    def _spawn(self, order: Order) -> int:
        code = "from tools.runner.child import main; main()"
        command = [sys.executable, "-c", code, order.dump(), self.start.dump()]
        return os.posix_spawn(sys.executable, command, os.environ)

    def end_what_exceeds(self) -> None:
        """End the jobs that are over a limit. The first signal has them print where they were."""
        stopped = []
        for running in self.under_way:
            # one that is ending already may be within its limits again
            if not running.stopped_for and (limit := running.exceeded()):
                running.stopped_for = limit
                stopped.append(running)
        for running in stopped:
            _signal(running.pid, signal.SIGABRT)
        if stopped:
            time.sleep(0.3)
        for running in stopped:
            end_family(running.pid)

    def reap(self) -> None:
        """Report the jobs that have ended, and end what they have left running."""
        for running in [*self.under_way]:
            pid, status = os.waitpid(running.pid, os.WNOHANG)
            if pid:
                seconds = round(time.monotonic() - running.started, 3)
                self.under_way.remove(running)
                code, left = os.waitstatus_to_exitcode(status), self._end_orphans()
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(pid, signal.SIGKILL)  # where orphans are not ours
                number, began = running.order.number, running.began
                self.answer(Ending(number, code, running.stopped_for, left, began, seconds))

    def _end_orphans(self) -> list[str]:
        """End the processes that have become ours because the job that started them has ended, a
        job under way adopts its own; the commands of those that did not end by themselves."""
        until = time.monotonic() + GRACE
        while (orphans := self._orphans()) and time.monotonic() < until:
            time.sleep(0.01)
        left = [_command(pid) for pid in orphans]
        while orphans := self._orphans():
            for pid in orphans:
                end_family(pid)
            time.sleep(0.001)
        return left

    def _orphans(self) -> list[int]:
        """The living processes that are ours and are no jobs, less what a job has left that has
        ended as well, and comes next; the dead ones are taken leave of."""
        jobs = {running.pid for running in self.under_way}
        living = []
        for pid in set(_children(os.getpid())) - jobs:
            with contextlib.suppress(ChildProcessError):
                if os.waitpid(pid, os.WNOHANG)[0] == 0 and not self._is_of_another(pid):
                    living.append(pid)
        return living

    def _is_of_another(self, pid: int) -> bool:
        return any(running.has_left(pid) for running in self.under_way)

    def _take_orders(self) -> bool:
        """Begin the jobs that stdin has; False when nobody waits for an answer any more."""
        block = os.read(0, 65536)
        *lines, self.unread = (self.unread + block).split(b"\n")
        for line in lines:
            if line.decode() == FAREWELL:
                self.dismissed = True
            else:
                self.begin(Order.load(line))
        return bool(block)

    def serve(self) -> None:
        """Take orders until stdin closes; leave no job running, however this ends."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self.waking[1], warn_on_full_buffer=False)
        watched = time.monotonic()
        try:
            while True:
                timeout = WATCHED if self.under_way else None
                ready, _, _ = select.select([0, self.waking[0]], [], [], timeout)
                if self.waking[0] in ready:
                    os.read(self.waking[0], 4096)
                self.reap()
                if 0 in ready and not self._take_orders():
                    return
                if time.monotonic() - watched > WATCHED:
                    watched = time.monotonic()
                    self.end_what_exceeds()
        finally:
            for running in self.under_way:
                end_family(running.pid)
            if not self.dismissed:  # the runner was killed, and cannot tidy up any more
                shutil.rmtree(self.start.scratch, ignore_errors=True)


def _command(pid: int) -> str:
    with contextlib.suppress(psutil.Error):
        return " ".join(psutil.Process(pid).cmdline())[:80]
    return str(pid)


def _protect(wanted: list[str]) -> list[str]:
    """Ask the system for protections; those that it does not have."""
    got = {
        "landlock": sandbox.can_landlock,
        "network": sandbox.close_network,
        "subreaper": sandbox.adopt_orphans,
    }
    return [name for name, ask in got.items() if name not in wanted or not ask()]


def main() -> None:
    """Warm up, then serve. What the libraries print must not mix with our answers."""
    first = b""
    while b"\n" not in first and (block := os.read(0, 65536)):
        first += block
    line, _, unread = first.partition(b"\n")  # what comes after it is for later
    start = Start.load(line)
    answers = os.dup(1)
    os.dup2(2, 1)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    lacks = _protect(start.protect)
    if start.fork:
        warm_up(start.imports, start.unused)
    parent = Parent(start, answers, unread)
    parent.answer(Ready(lacks))
    try:
        parent.serve()
    finally:
        os._exit(0)  # taking the libraries down in order takes longer than a program
