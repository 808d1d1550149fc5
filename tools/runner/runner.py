"""The runner: hands jobs to parents, the longest first, as many at once as there are cores.

A *job* is a program to run. A *parent* is a process that jobs are forked from (`parent.py`). There
is one for all jobs that need the same of it: the same variables set before the imports, and the
imports or none. A job that must not be forked, or would be the only one, gets an interpreter of its
own; a parent without imports starts these.
"""

import contextlib
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.config import Config
from tools.runner.messages import FAREWELL, Bounds, Ending, Order, Ready, Start
from tools.runner.run import Run, collect
from tools.runner.sandbox import LACKS, can_landlock
from tools.runner.settings import Needs, environment

CAN_FORK = sys.platform == "linux"
"""Elsewhere libraries do not survive a fork: each job gets an interpreter of its own."""

IMPORT = 3.0
"""Seconds that the imports of a parent take, as a guess: it weighs when parents are started."""

LARGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
"""For a parent that imports: with its memory in large pages, where Linux has them, there is half as
much to copy at each fork. `child` takes it out of the environment again."""

HOME_OF_TOOLS = Path(__file__).parents[2]


_PARENT = "from tools.runner.parent import main; main()"
"""Not `-m tools.runner.parent`: the import of TensorFlow takes 0.25 s longer then."""


class RunnerError(Exception):
    """No job could be run at all: a fault of the installation, not of a program."""


@dataclass(frozen=True)
class Job:
    """A Python file to run: its arguments, what it needs of its parent, its limit in seconds, and
    how many it will probably take."""

    path: Path
    arguments: tuple[str, ...] = ()
    needs: Needs = field(default_factory=Needs)
    seconds: float = 60.0
    expected: float = 1.0


@dataclass(frozen=True)
class Kind:
    """What makes jobs need another parent: variables to set, imports or none, or no fork at all.

    `alone` is the number of a job that gets a parent for itself, since another one was lost.
    """

    constants: tuple[tuple[str, str], ...] = ()
    warm: bool = False
    fork: bool = True
    alone: int = -1


FRESH = Kind(fork=False)


@dataclass
class _Parent:
    """Our end of a parent: its process, whether it is ready, and the jobs it has under way."""

    process: subprocess.Popen[bytes]
    stderr: Path
    ready: bool = False
    under_way: dict[int, Job] = field(default_factory=dict)
    unread: bytes = b""


class Runner:
    """Runs jobs for one project. Its parents live until it is closed; use it in a `with`.

    With `lasting` there will be more jobs later, as under a server: a parent pays off even for one
    job. `notes` are sentences about what this machine lacks.
    """

    def __init__(
        self,
        config: Config,
        readable: Path,
        lasting: bool = False,
        protect: Sequence[str] = tuple(LACKS),
    ) -> None:
        self.config = config
        self.readable = readable
        self.lasting = lasting
        self.protect = list(protect)
        self.notes: list[str] = []
        self.cores = len(os.sched_getaffinity(0)) if CAN_FORK else os.cpu_count() or 1
        self._scratch = Path(tempfile.mkdtemp(prefix="check-"))
        self._parents: dict[Kind, _Parent] = {}
        self._selector = selectors.DefaultSelector()
        self._number = 0
        home = self._scratch / "home"
        home.mkdir()
        self.environment = environment(os.environ, config.clear, config.set, str(home))

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def keeps_files(self) -> bool:
        """Whether the system keeps programs from writing outside their folders."""
        return "landlock" in self.protect and can_landlock()

    def close(self) -> None:
        """End all parents, and with them what they run."""
        for parent in self._parents.values():
            _dismiss(parent.process)
        for kind in [*self._parents]:
            self._drop(kind)
        self._selector.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def run(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, Run]]:
        """Start the jobs; each comes with its run, in completion order.

        Raises `RunnerError` when no interpreter can be started.
        """
        queues = self._sorted_into_queues(jobs)
        self._fill(queues)
        return self._completed(queues)

    def _completed(self, queues: dict[Kind, list[Job]]) -> Iterator[tuple[Job, Run]]:
        done = False
        try:
            while any(queues.values()) or self._under_way():
                yield from self._ended(queues)
                self._fill(queues)
            done = True
        finally:
            if not done:  # left in the middle: what is under way has to end, too
                for kind in [*self._parents]:
                    self._drop(kind)

    def warm(self, needs: Sequence[Needs]) -> None:
        """Start the parent that most of these need, without waiting for it."""
        kinds = [kind for kind in map(self._kind_of, needs) if kind.warm and not kind.constants]
        if kinds and kinds[0] not in self._parents:
            self._start(kinds[0], [need for need in needs if self._kind_of(need) == kinds[0]])

    def _kind_of(self, needs: Needs) -> Kind:
        if needs.fresh or not CAN_FORK:
            return FRESH
        set_already = self.environment.items()
        constants = tuple(pair for pair in needs.constants if pair not in set_already)
        return Kind(constants, bool(self._imports([needs])))

    def _imports(self, needs: Sequence[Needs]) -> list[str]:
        """The modules worth importing before a fork, for programs with these needs."""
        named = frozenset().union(*(each.modules for each in needs))
        return [
            module
            for module in self.config.preload
            if any(name == module or name.startswith(f"{module}.") for name in named)
        ]

    def _sorted_into_queues(self, jobs: Sequence[Job]) -> dict[Kind, list[Job]]:
        """The jobs of each kind, the longest last. A parent that has to import is started only
        where it saves time: not for a single job, unless more will come later."""
        kinds = [self._kind_of(job.needs) for job in jobs]
        count = Counter(kinds)
        queues: dict[Kind, list[Job]] = {}
        for job, kind in sorted(zip(jobs, kinds, strict=True), key=lambda pair: pair[0].expected):
            pays = self.lasting or kind in self._parents or count[kind] > 1 or not kind.warm
            queues.setdefault(kind if pays else FRESH, []).append(job)
        return queues

    def _under_way(self) -> int:
        return sum(len(parent.under_way) for parent in self._parents.values())

    def _fill(self, queues: dict[Kind, list[Job]]) -> None:
        """Give every idle core the heaviest thing there is to do: a job, or a parent to start."""
        while True:
            starting = sum(
                not parent.ready and bool(queues.get(kind))
                for kind, parent in self._parents.items()
            )
            weights = {
                kind: queue[-1].expected
                if kind in self._parents
                else IMPORT + sum(job.expected for job in queue)
                for kind, queue in queues.items()
                if queue and (kind not in self._parents or self._parents[kind].ready)
            }
            if not weights or self._under_way() + starting >= self.cores:
                return
            kind = max(weights, key=lambda each: weights[each])
            if kind in self._parents:
                self._hand_over(queues[kind].pop(), self._parents[kind])
            else:
                self._start(kind, [job.needs for job in queues[kind]])

    def _start(self, kind: Kind, needs: Sequence[Needs]) -> None:
        """Start a parent; what it has to know is the first line that it reads."""
        limits = self.config.limits
        start = Start(
            fork=kind.fork,
            imports=self._imports(needs) if kind.warm else [],
            unused=list(self.config.unused),
            readable=str(self.readable.resolve()),
            scratch=str(self._scratch),
            bounds=Bounds(
                memory=limits.memory_mib * 2**20,
                output=limits.output_mib * 2**20,
                files=limits.files_mib * 2**20,
                processes=limits.processes,
            ),
            protect=self.protect,
        )
        self._number += 1
        log = self._scratch / f"parent-{self._number}.stderr"
        with log.open("wb") as stderr:
            process = subprocess.Popen(
                [sys.executable, "-c", _PARENT],
                cwd=HOME_OF_TOOLS,
                env=self.environment | dict(kind.constants) | (LARGE_PAGES if kind.warm else {}),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                start_new_session=True,  # Ctrl-C is for us, and we end it
            )
        assert process.stdin
        assert process.stdout
        self._parents[kind] = _Parent(process, log)
        self._selector.register(process.stdout, selectors.EVENT_READ, kind)
        _send(process, start.dump())

    def _hand_over(self, job: Job, parent: _Parent) -> None:
        self._number += 1
        folder = self._scratch / str(self._number)
        for name in ("work", "home", "tmp"):
            (folder / name).mkdir(parents=True)
        path, arguments = str(job.path.resolve()), list(job.arguments)
        parent.under_way[self._number] = job
        order = Order(self._number, path, str(folder), arguments, job.seconds)
        _send(parent.process, order.dump())

    def _ended(self, queues: dict[Kind, list[Job]]) -> Iterator[tuple[Job, Run]]:
        """Wait for answers, and yield the jobs that have ended."""
        for key, _ in self._selector.select():
            kind: Kind = key.data
            parent = self._parents[kind]
            block = os.read(key.fd, 2**16)
            if not block:
                yield from self._lost(kind, queues)
                continue
            *lines, parent.unread = (parent.unread + block).split(b"\n")
            for line in lines:
                if parent.ready:
                    yield self._finished(parent, Ending.load(line))
                else:
                    self._is_ready(parent, Ready.load(line))

    def _is_ready(self, parent: _Parent, ready: Ready) -> None:
        parent.ready = True
        for name in ready.lacks:
            note = f"this machine lacks a protection ({name}): {LACKS[name]}"
            if note not in self.notes:
                self.notes.append(note)

    def _finished(self, parent: _Parent, ending: Ending) -> tuple[Job, Run]:
        job = parent.under_way.pop(ending.number)
        folder = self._scratch / str(ending.number)
        most = self.config.limits.output_mib * 2**20
        run = collect(job.path, self.readable, folder, ending, most)
        shutil.rmtree(folder, ignore_errors=True)
        return job, run

    def _lost(self, kind: Kind, queues: dict[Kind, list[Job]]) -> Iterator[tuple[Job, Run]]:
        """A parent has ended. If it never was ready, its jobs get interpreters of their own. If it
        was lost at work, its jobs are run again, each with a parent for itself, which shows whose
        fault it was."""
        parent = self._parents[kind]
        why = self._drop(kind)
        if not parent.ready:
            if not kind.fork:
                raise RunnerError(f"the programs cannot be run:\n{why}")
            self.notes.append(f"programs run without a warm parent: {why.splitlines()[-1:]}")
            queues.setdefault(FRESH, []).extend(queues.pop(kind, []))
            queues[FRESH].sort(key=lambda job: job.expected)
        for number, job in parent.under_way.items():
            if kind.alone >= 0:
                yield job, Run(fault="ended the process that runs it", products={".out": ""})
            else:
                queues[Kind(fork=False, alone=number)] = [job]

    def _drop(self, kind: Kind) -> str:
        """End a parent; what it had to say on stderr."""
        parent = self._parents.pop(kind)
        assert parent.process.stdout
        self._selector.unregister(parent.process.stdout)
        _dismiss(parent.process)
        with contextlib.suppress(subprocess.TimeoutExpired):
            parent.process.wait(5)
        parent.process.kill()
        parent.process.wait()
        parent.process.stdout.close()
        return parent.stderr.read_text(errors="replace").strip()


def _dismiss(process: subprocess.Popen[bytes]) -> None:
    """Have a parent end all its jobs, and itself; nothing if that has been said."""
    assert process.stdin
    if not process.stdin.closed:
        _send(process, FAREWELL)
        with contextlib.suppress(OSError):
            process.stdin.close()


def _send(process: subprocess.Popen[bytes], line: str) -> None:
    """Write a line to a parent; when it has ended, its silence will say so."""
    assert process.stdin
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(line.encode() + b"\n")
        process.stdin.flush()
