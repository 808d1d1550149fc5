"""What a program may touch: it writes in its own folder only, and talks to this machine only.

Two lines of defence. An audit hook sees what Python does, notes it with the program's line, and
refuses what is not allowed; it works everywhere, and a refusal can be named. The system refuses
the same to compiled code and to other programs: Landlock for files, a network namespace for
connections; `LACKS` says in words what each is for. The standard library only, and free of imports
of ours but the words: a Python process that a program starts loads this file by its path.
"""

import contextlib
import ctypes
import ipaddress
import json
import os
import socket
import struct
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

try:
    import fcntl
    import resource
except ImportError:  # not measured: for Windows
    fcntl = resource = None  # type: ignore[assignment]  # a module has no type to leave out

LACKS = {
    "landlock": "compiled code and other programs can write outside a program's folder",
    "network": "compiled code and other programs can reach other hosts",
    "subreaper": "a process that a program detaches can live on",
}
"""Each protection that a system may lack, and what is possible without it."""

_LINUX = sys.platform == "linux"
_libc: Any = ctypes.CDLL(None, use_errno=True) if _LINUX else None

# From <linux/landlock.h>, <linux/prctl.h>, <linux/sched.h>, <linux/sockios.h>.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_WRITES = {1: 0x1FF2, 2: 0x2000, 3: 0x4000}
"""The rights of Landlock that change something, by the version that brought them."""
_SCOPE_SIGNAL = 0x2  # no signal to processes outside, since version 6
_WRITE_FILE = 0x2
_TRUNCATE = 0x4000
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS = 1, 36, 38
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 0x1


def adopt_orphans() -> bool:
    """Become the parent of every process below this one whose own parent ends."""
    return bool(_libc) and _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def end_with_parent() -> None:
    """Have the system kill this process when the one that started it is gone."""
    if not _libc:  # not measured: for other systems
        return
    _libc.prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)


def limit_files(size: int) -> None:
    """Let no file that this process writes grow beyond so many bytes; dump no core."""
    if not resource:  # not measured: for Windows
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_network() -> bool:
    """Move this process into a network of its own that has nothing but loopback.

    Call it before the process has threads. False, and nothing changed, where the system does not
    allow it: that is tried out in a fork, since there is no way back.
    """
    if not _LINUX:  # not measured: for other systems
        return False
    pid = os.fork()
    if pid == 0:  # not measured: a fork that only tries
        try:
            _enter_network()
        except OSError:
            os._exit(1)
        os._exit(0)
    if os.waitpid(pid, 0)[1]:
        return False  # not measured: by root, whose tests become somebody else
    _enter_network()
    return True


def _enter_network() -> None:
    """Raises `OSError` where the system does not allow it."""
    user, group = os.getuid(), os.getgid()
    if _libc.unshare(_NEW_NET):  # not measured: by root, whose tests become somebody else
        # who is not root needs a user namespace as well
        if _libc.unshare(_NEW_USER | _NEW_NET):
            raise OSError(ctypes.get_errno(), "no network namespace")
        for file, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            with open(f"/proc/self/{file}", "w") as mapping:
                mapping.write(text)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", _IFF_UP))


def can_landlock() -> bool:
    """Whether the system has Landlock."""
    return _landlock_version() > 0


def _landlock_version() -> int:
    return int(_libc.syscall(_CREATE_RULESET, None, 0, 1)) if _libc else 0


def close_files(folder: str) -> None:
    """Have the system refuse this process, and all that it starts, every change of a file outside
    `folder` and the devices, and signals to others. Nothing happens where there is no Landlock."""
    version = _landlock_version()
    if version < 1:  # not measured: for older kernels
        return
    rights = sum(bits for since, bits in _WRITES.items() if since <= version)
    attributes = struct.pack("=QQQ", rights, 0, _SCOPE_SIGNAL if version >= 6 else 0)
    size = 24 if version >= 6 else 8
    ruleset = _libc.syscall(_CREATE_RULESET, ctypes.c_char_p(attributes), ctypes.c_size_t(size), 0)
    devices = rights & (_WRITE_FILE | _TRUNCATE)
    for path, allowed in (
        (folder, rights),
        ("/dev", devices),
        ("/dev/shm", rights),
        ("/proc", devices),
    ):
        if os.path.isdir(path):
            _allow(ruleset, path, allowed)
    _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if _libc.syscall(_RESTRICT_SELF, ruleset, 0):  # not measured: never seen
        raise OSError(ctypes.get_errno(), "Landlock does not restrict this process")
    os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    folder = os.open(path, getattr(os, "O_PATH", 0) | os.O_CLOEXEC)
    rule = struct.pack("=Qi", rights, folder)
    _libc.syscall(_ADD_RULE, ruleset, 1, ctypes.c_char_p(rule), 0)
    os.close(folder)


# The audit hook --------------------------------------------------------------------


class Watch:
    """The audit hook of one job: notes what the program reads below `readable`, and refuses what
    it may not do. Notes go to `<folder>/notes`, one line of JSON each."""

    def __init__(self, folder: str, readable: str, program: str, processes: int) -> None:
        self.folder = os.path.realpath(folder)
        self.readable = os.path.join(os.path.realpath(readable), "")
        self.program = program
        self.processes = processes
        self._noted: set[str] = set()
        self._handlers: dict[str, Callable[..., None]] = {
            "open": self._open,
            "os.listdir": self._list,
            "os.scandir": self._list,
            "socket.connect": lambda _, address: self._reach(address),
            "socket.sendto": lambda _, address: self._reach(address),
            "socket.getaddrinfo": lambda host, *_: self._reach((host,)),
            "subprocess.Popen": self._start,
            "os.fork": self._start,
            "os.forkpty": self._start,
            "os.posix_spawn": self._start,
            "os.system": self._start,
        }
        for event in ("remove", "rmdir", "mkdir", "truncate", "chmod", "utime"):
            self._handlers[f"os.{event}"] = lambda path, *_: self._write(path)
        for event in ("rename", "link"):
            self._handlers[f"os.{event}"] = self._move
        self._handlers["os.symlink"] = lambda _, target, *__: self._write(target)

    def start(self) -> None:
        """Watch from here on; a hook cannot be taken back."""

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            handler = self._handlers.get(event)
            if handler:
                handler(*arguments)

        # coverage does not see it otherwise; a function has no such attribute until it is given one
        hook.__cantrace__ = True  # type: ignore[attr-defined]
        sys.addaudithook(hook)

    def _open(self, path: Any, mode: str | None, flags: int) -> None:
        if isinstance(path, int) or path is None:
            return
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC):
            self._write(path)
        else:
            self._read(path)

    def _list(self, path: Any) -> None:
        if not isinstance(path, int):
            self._read("." if path is None else path, "/")

    def _read(self, path: Any, ending: str = "") -> None:
        """Note a file, or the listing of a folder, that lies below the readable one."""
        absolute = os.path.abspath(os.fsdecode(path)) + ending
        if absolute.startswith(self.readable) and absolute not in self._noted:
            self._noted.add(absolute)
            if absolute != self.program:
                self._note("read", absolute)

    def _write(self, path: Any) -> None:
        if isinstance(path, int):
            return
        absolute = os.path.abspath(os.fsdecode(path))
        real = os.path.join(os.path.realpath(os.path.dirname(absolute)), os.path.basename(absolute))
        if not f"{real}/".startswith((f"{self.folder}/", "/dev/", "/proc/")):
            self._refuse("writes outside its own folder", absolute)

    def _move(self, source: Any, target: Any, *_: Any) -> None:
        self._write(source)
        self._write(target)

    def _reach(self, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) and address else None
        if host and not _is_here(os.fsdecode(host)):
            self._refuse("reaches another host", os.fsdecode(host))

    def _start(self, *arguments: Any) -> None:
        """Count the processes that are started; note the files that a command is given."""
        for word in arguments[1] if len(arguments) > 1 and arguments[1] else ():
            with contextlib.suppress(TypeError, ValueError):
                if os.path.isfile(word):
                    self._read(word)
        counter = os.open(f"{self.folder}/started", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(counter, b".")
        started = os.fstat(counter).st_size
        os.close(counter)
        if started > self.processes:
            self._refuse("starts too many processes", f"more than {self.processes}")

    def _refuse(self, did: str, what: str) -> None:
        self._note(did, what)
        raise PermissionError(1, f"a program that {did} is refused: {what}")

    def _note(self, did: str, what: str) -> None:
        note = json.dumps({"did": did, "what": what, "line": self._line()}) + "\n"
        with contextlib.suppress(OSError):
            notes = os.open(f"{self.folder}/notes", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.write(notes, note.encode("utf-8", "backslashreplace"))
            os.close(notes)

    def _line(self) -> int:
        frame: FrameType | None = sys._getframe(2)
        while frame and frame.f_code.co_filename != self.program:
            frame = frame.f_back
        return frame.f_lineno if frame else 1


def _is_here(host: str) -> bool:
    """Whether a name or an address is this machine."""
    if host in ("localhost", "0.0.0.0", "::", socket.gethostname()):
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    return False
