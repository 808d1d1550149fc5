"""The warm parent: it imports TensorFlow and Keras once, then forks a process for each job.

Started by `tools.run`, in a process of its own. Reads a list of jobs from stdin; for each job that
has ended it writes a line of JSON to stdout. It watches the limits of time, memory and output, and
it ends everything that a job has left running.

Written by hand because the ready-made ones do not fit: `concurrent.futures` breaks as a whole when
one process crashes, and `multiprocessing`'s fork server imports the caller's main module into each
child and leaves its start method set there.
"""

import contextlib
import gc
import importlib
import json
import os
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tools import child

MEMORY_LIMIT = 4 * 2**30
"""Bytes that a job and all it starts may hold in memory."""

OUTPUT_LIMIT = 2**20
"""Bytes that a job may print, on stdout and on stderr each."""

CAN_FORK = sys.platform == "linux"
"""Elsewhere TensorFlow's libraries do not survive a fork: each job gets a fresh interpreter."""


@dataclass
class Running:
    """A job under way in the process `pid`."""

    job: dict
    pid: int
    started: float = field(default_factory=time.monotonic)
    stopped_for: str = ""

    def exceeded(self) -> str:
        """Which limit the job is over, as a phrase; empty while it is within all of them."""
        folder = Path(self.job["folder"])
        limit = self.job["time_limit"]
        if time.monotonic() - self.started > limit:
            return f"ran longer than {limit:g} s"
        streams = [folder / "stdout", folder / "stderr"]
        if any(stream.exists() and stream.stat().st_size > OUTPUT_LIMIT for stream in streams):
            return f"printed more than {OUTPUT_LIMIT // 2**20} MiB"
        if _memory(self.pid) > MEMORY_LIMIT:
            return f"used more than {MEMORY_LIMIT // 2**30} GiB of memory"
        return ""


def _memory(pid: int) -> int:
    """Bytes that a process and its descendants hold."""
    total = 0
    with contextlib.suppress(psutil.Error):  # one of them has just ended
        parent = psutil.Process(pid)
        for process in [parent, *parent.children(recursive=True)]:
            total += process.memory_info().rss
    return total


def warm_up() -> None:
    """Import what nearly every program imports, without running a single operation.

    An operation would start TensorFlow's thread pools, and a process forked after that hangs.
    Garbage collection off: it makes the import faster, and a collector that never visits the
    imported objects leaves their memory shared with the children.
    """
    gc.disable()
    for name in ("tensorflow", "keras"):
        importlib.import_module(name)
    from tensorflow.python.eager import context

    if context._context is not None:
        sys.exit("importing TensorFlow and Keras ran an operation: forking is not safe any more")
    gc.freeze()
    gc.enable()


def start(job: dict, forked: bool) -> Running:
    """Start a job: in a fork of this process, or in an interpreter of its own."""
    arguments = [job["folder"], job["path"], *job["arguments"]]
    if not forked:
        command = [sys.executable, "-m", "tools.child", *arguments]
        return Running(job, os.posix_spawn(sys.executable, command, os.environ))
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        child.run_job(*arguments)
    return Running(job, pid)


def kill(running: Running, number: int = signal.SIGKILL) -> None:
    """Send a signal to a job and to all that it has started and left running."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(running.pid, number)


def end_what_exceeds(under_way: list[Running]) -> None:
    """End the jobs that are over a limit. The first signal has them print where they were."""
    for running in under_way:
        running.stopped_for = running.exceeded()
    stopped = [running for running in under_way if running.stopped_for]
    for running in stopped:
        kill(running, signal.SIGABRT)
    if stopped:
        time.sleep(0.5)
    for running in stopped:
        kill(running)


def reap(under_way: list[Running]) -> list[Running]:
    """Report the jobs that have ended; return those that have not."""
    still = []
    for running in under_way:
        pid, status = os.waitpid(running.pid, os.WNOHANG)
        if pid:
            kill(running)  # what the job started and left running
            report(running, os.waitstatus_to_exitcode(status))
        else:
            still.append(running)
    return still


def report(running: Running, code: int) -> None:
    """Tell the caller how a job ended."""
    ending = {
        "number": running.job["number"],
        "code": code,
        "stopped_for": running.stopped_for,
        "seconds": round(time.monotonic() - running.started, 3),
    }
    print(json.dumps(ending), flush=True)


def work_off(forked: list[dict], fresh: list[dict], under_way: list[Running]) -> None:
    """Run the jobs, as many at once as there are cores; the slow, fresh ones first."""
    caller, watched = os.getppid(), 0.0
    cores = len(os.sched_getaffinity(0)) if CAN_FORK else os.cpu_count() or 1
    while fresh and len(under_way) < cores - bool(forked):  # beside the import
        under_way.append(start(fresh.pop(0), forked=False))
    if forked:
        warm_up()
    while forked or fresh or under_way:
        under_way[:] = reap(under_way)
        while (forked or fresh) and len(under_way) < cores:
            queue = fresh or forked
            under_way.append(start(queue.pop(0), forked=queue is forked))
        if time.monotonic() - watched > 0.2:
            watched = time.monotonic()
            end_what_exceeds(under_way)
            if os.getppid() != caller:
                sys.exit("the process that asked for these jobs is gone")
        time.sleep(0.01)


def main() -> None:
    """Work off the jobs that stdin lists; leave none running, however this ends."""
    jobs = json.load(sys.stdin)
    forked = [job for job in jobs if CAN_FORK and not job["fresh"]]
    fresh = [job for job in jobs if job not in forked]
    under_way: list[Running] = []
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        work_off(forked, fresh, under_way)
    finally:
        for running in under_way:
            kill(running)


if __name__ == "__main__":
    main()
