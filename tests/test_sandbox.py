"""What the system refuses to a program, asked in a process of its own."""

import os
import socket
import sys

import pytest
from conftest import in_a_process

from tools.runner import sandbox

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these protections")

"host".encode("idna")  # loaded now: somebody else may not read where Python lies


def reach() -> str:
    """Talk to this machine, then to another."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    socket.create_connection(("192.0.2.1", 80), timeout=1).close()
    return "reached"


def test_a_network_of_its_own_has_loopback_only():
    def act():
        return sandbox.close_network() and reach()

    said = in_a_process(act)
    if said == "False":
        pytest.skip("this system allows no network namespace")
    assert said == "OSError: [Errno 101] Network is unreachable"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_who_is_not_root_gets_one_where_the_system_allows_it():
    def act():
        os.setgid(65534)
        os.setuid(65534)
        sandbox._libc.prctl(4, 1, 0, 0, 0)  # as a process that somebody has started himself
        return sandbox.close_network() and (os.getuid(), reach())

    said = in_a_process(act)
    if said == "False":
        pytest.skip("this system allows no user namespace")
    assert said == "OSError: [Errno 101] Network is unreachable"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_where_the_system_does_not_allow_it_nothing_changes():
    def act():
        os.setgid(65534)
        os.setuid(65534)  # and may not write its own maps
        return sandbox.close_network(), os.getuid()

    assert in_a_process(act) == "(False, 65534)"


@pytest.mark.skipif(not sandbox.can_landlock(), reason="this system has no Landlock")
def test_files_outside_the_folder_are_read_and_not_changed(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.write_text("kept")
    acts = {
        "overwritten": lambda: outside.write_text("x"),
        "made": lambda: (tmp_path / "new").write_text("x"),
        "removed": lambda: outside.unlink(),
        "moved": lambda: outside.rename(inside / "mine"),
        "a folder": lambda: (tmp_path / "folder").mkdir(),
        "linked": lambda: (tmp_path / "link").symlink_to("x"),
        "cut off": lambda: os.truncate(outside, 0),
    }
    for what, act in acts.items():

        def confined(act=act):
            sandbox.close_files(str(inside))
            return act()

        said = in_a_process(confined)
        assert said.startswith(("PermissionError", "OSError: [Errno 18]")), (what, said)
    assert outside.read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inside", "outside"]

    def read_and_write():
        sandbox.close_files(str(inside))
        (inside / "new").write_text(outside.read_text())
        (inside / "new").rename(inside / "newer")
        return (inside / "newer").read_text()

    assert in_a_process(read_and_write) == "'kept'"


@pytest.mark.skipif(not sandbox.can_landlock(), reason="this system has no Landlock")
def test_a_folder_of_devices_that_a_system_does_not_have_is_left_out(tmp_path):
    def act():
        sandbox.close_files(str(tmp_path))
        (tmp_path / "mine").write_text("x")
        with open("/proc/self/comm", "w") as name:
            return name.write("x")

    def act_without():
        is_folder = os.path.isdir
        os.path.isdir = lambda path: path != "/proc" and is_folder(path)
        return act()

    assert in_a_process(act) == "1"
    assert in_a_process(act_without).startswith("PermissionError")
    assert (tmp_path / "mine").exists()


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", True),
        ("192.0.2.1", False),
        ("2001:db8::1", False),
        ("host.test", False),
        ("localhost.test", False),
    ],
)
def test_this_machine_is_told_from_others(host, here):
    assert sandbox._is_here(host) is here
