"""How programs are run: planted faults cost only their own result, and sound programs pass.

All programs here are run once, together, as a check does it.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import psutil
import pytest
from conftest import ROOT, in_a_process, planted, show

from tools.check import check
from tools.runner import parent, sandbox
from tools.runner.messages import Bounds, Ending, Note, Order, Start
from tools.runner.run import _notes, _told
from tools.runner.runner import Job, Runner
from tools.runner.sandbox import LACKS

REFUSED = "try:\n    {}\nexcept OSError as error:\n    print(type(error).__name__)\n"
"""What catches a refusal: the fault is found all the same."""

IN_TWO_SECONDS = "# /// script\n# [tool.check]\n# timeout = 2\n# ///\n"

BOMB = """
import os, time

end = time.monotonic() + 5
while time.monotonic() < end:
    try:
        os.fork()
    except OSError:
        break
print(1)
"""

FAULTS = {
    "raises": ("import keras\n\nprint(keras.layers.Dens)\n", "1\n"),
    "raises_below": ("def broken():\n    return 1 / 0\n\n\nbroken()\n", "1\n"),
    "prints_otherwise": ("print(1)\nprint(\n    2\n)\nprint(3)\n", "1\n5\n3\n"),
    "prints_less": ("print(1)\n", "1\n2\n"),
    "prints_no_newline": ("print(1, end='')\n", "1\n"),
    "prints_nothing": ("x = 1\n", "1\n"),
    "is_no_python": ("x = 1\nprint(x\n", "1\n"),
    "exits_with_3": ("import sys\n\nsys.exit(3)\n", "1\n"),
    "exits_with_words": ("import sys\n\nsys.exit('no luck')\n", "1\n"),
    "aborts": ("import os\n\nos.abort()\n", "1\n"),
    "leaves_early": ("import os\n\nprint(1, flush=True)\nos._exit(0)\n", "1\n"),
    "loops": (IN_TWO_SECONDS + "import time\n\nwhile True:\n    time.sleep(0.01)\n", "1\n"),
    "waits_for_input": ("print(input())\n", "1\n"),
    "floods": ("while True:\n    print('x' * 1000)\n", "1\n"),
    "fills_memory": ("x = []\nwhile True:\n    x.append(bytearray(2**28))\n", "1\n"),
    "has_a_bad_header": ("# /// script\n# dependencies = [\n# ///\nprint(1)\n", "1\n"),
    "asks_for_what_is_not": (
        "# /// script\n# [tool.check]\n# time_out = 3\n# ///\nprint(1)\n",
        "1\n",
    ),
    "has_no_output": ("print(1)\n", None),
    "draws_otherwise": (
        "from pathlib import Path\n\nPath('draws_otherwise.svg').write_text('<svg/>')\nprint(1)\n",
        "1\n",
    ),
    "frames_otherwise": (
        "from pathlib import Path\n\nPath('frames_otherwise.html').write_text('<p>')\nprint(1)\n",
        "1\n",
    ),
    "prints_what_is_not_text": (
        "import sys\n\nprint(1, flush=True)\nsys.stdout.buffer.write(b'\\xff\\n')\n",
        "1\n\\xff\n",
    ),
    "writes_beside_itself": (
        "from pathlib import Path\n\nbeside = Path(__file__).with_name('new.txt')\n"
        + REFUSED.format("beside.write_text('x')"),
        "PermissionError\n",
    ),
    "overwrites_the_output_of_another": (
        "from pathlib import Path\n\nother = Path(__file__).with_name('prints_from_c.out')\n"
        + REFUSED.format("other.write_text('x')"),
        "PermissionError\n",
    ),
    "moves_another_away": (
        "import os\nfrom pathlib import Path\n\n"
        "other = Path(__file__).with_name('prints_from_c.out')\n"
        + REFUSED.format("os.rename(other, 'mine')"),
        "PermissionError\n",
    ),
    "reaches_another_host": (
        "import socket\n\n"
        + REFUSED.format("socket.create_connection(('192.0.2.1', 80), timeout=1)"),
        "PermissionError\n",
    ),
    "looks_up_another_host": (
        "import urllib.request\n\n" + REFUSED.format("urllib.request.urlopen('http://host.test')"),
        "URLError\n",
    ),
    "sends_to_another_host": (
        "import socket\n\nway = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        + REFUSED.format("way.sendto(b'x', ('192.0.2.1', 9))"),
        "PermissionError\n",
    ),
    "leaves_a_process": (
        "import subprocess\n\nsubprocess.Popen(['sleep', '300'])\nprint(1)\n",
        "1\n",
    ),
    "leaves_a_detached_process": (
        "import subprocess\n\n"
        "subprocess.Popen(['sleep', '301'], start_new_session=True)\nprint(1)\n",
        "1\n",
    ),
    "forks_without_end": (BOMB, "1\n"),
    "starts_programs_without_end": (
        "import subprocess\n\n"
        "subprocess.run(['sh', '-c', 'for i in $(seq 60); do sleep 20 & done; wait'])\n",
        "1\n",
    ),
    "writes_without_end": (
        "with open('big', 'wb') as file:\n    while True:\n        file.write(bytes(2**20))\n",
        "1\n",
    ),
    "ignores_signals": (
        IN_TWO_SECONDS + "import signal\n\nfor number in range(1, 32):\n    try:\n"
        "        signal.signal(number, signal.SIG_IGN)\n    except OSError:\n        pass\n"
        "while True:\n    signal.pause()\n",
        "1\n",
    ),
    "closes_its_stdout_early": ("import os\n\nos.close(1)\nprint(1)\n", "1\n"),
    "kills_what_started_it": (
        "import os\nimport signal\n\nos.kill(os.getppid(), signal.SIGKILL)\n",
        "1\n",
    ),
}

SOUND = {
    "prints_from_tensorflow": (
        "import sys\n\nimport tensorflow as tf\n\ntf.print('from C++', output_stream=sys.stdout)\n",
        "from C++\n",
    ),
    "prints_from_c": (
        "import ctypes\n\nctypes.CDLL(None).puts(b'from C')\n",
        "from C\n",
    ),
    "prints_to_stderr_too": (
        "import sys\n\nprint('ignored', file=sys.stderr)\nprint(1)\n",
        "1\n",
    ),
    "traces": (
        "import tensorflow as tf\n\n\n@tf.function\ndef sign(x):\n    if x > 0:\n"
        "        return 1\n    return -1\n\n\nprint(int(sign(tf.constant(2.0))))\n",
        "1\n",
    ),
    "starts_processes": (
        "import multiprocessing\n\n\ndef double(x):\n    return 2 * x\n\n\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.get_context('spawn').Pool(2) as pool:\n"
        "        print(pool.map(double, [1, 2]))\n",
        "[2, 4]\n",
    ),
    "forks": (
        "import multiprocessing\n\nprint('once')\n"
        "process = multiprocessing.get_context('fork').Process(target=print, args=('child',))\n"
        "process.start()\nprocess.join()\nprint('last')\n",
        "once\nchild\nlast\n",
    ),
    "prints_other_alphabets": ("print('größer → 値')\n", "größer → 値\n"),
    "reads_beside_it": (
        "from pathlib import Path\n\nprint(Path(__file__).with_name('data.csv').read_text())\n",
        "1,2\n\n",
    ),
    "starts_in_an_empty_folder": ("import os\n\nprint(os.listdir())\n", "[]\n"),
    "has_an_empty_home": ("from pathlib import Path\n\nprint([*Path.home().iterdir()])\n", "[]\n"),
    "writes_in_its_folder": (
        "import tempfile\nfrom pathlib import Path\n\nPath('a/b').mkdir(parents=True)\n"
        "Path('a/b/c').write_text('x')\nPath('a').rename('d')\nPath('d/b/c').unlink()\n"
        "with tempfile.NamedTemporaryFile() as file:\n    file.write(b'1')\n"
        "with open('/dev/null', 'w') as null:\n    print(null.write('x'))\n",
        "1\n",
    ),
    "changes_a_file_by_its_number": (
        "import os\n\nwith open('a', 'w+') as file:\n    file.write('12')\n    file.flush()\n"
        "    os.truncate(file.fileno(), 1)\n    os.chmod(file.fileno(), 0o600)\n"
        "    file.seek(0)\n    print(file.read())\n",
        "1\n",
    ),
    "talks_to_itself": (
        "import socket\n\nwith socket.create_server(('localhost', 0)) as server:\n"
        "    socket.create_connection(server.getsockname()).send(b'x')\n"
        "    print(server.accept()[0].recv(1))\n",
        "b'x'\n",
    ),
    "is_main": ("import sys\n\nprint(__name__, len(sys.argv))\n", "__main__ 1\n"),
    "exits_with_0": ("import sys\n\nprint(1)\nsys.exit()\n", "1\n"),
    "registers_atexit": (
        "import atexit\n\natexit.register(print, 'last')\nprint(1)\n",
        "1\nlast\n",
    ),
    "closes_stdout": ("import sys\n\nprint(1)\nsys.stdout.close()\n", "1\n"),
    "replaces_stdout": (
        "import io\nimport sys\n\nprint(1)\nsys.stdout = io.StringIO()\nprint(2)\n",
        "1\n",
    ),
    "sets_the_backend": (
        "import os\n\nos.environ['KERAS_BACKEND'] = 'jax'\n\nimport keras\n\n"
        "print(keras.backend.backend())\n",
        "jax\n",
    ),
    "sets_the_backend_too": (
        '"""With a docstring."""\n\nimport os\n\nos.environ["KERAS_BACKEND"] = "jax"\n\n'
        "import keras\n\nprint(keras.config.backend())\n",
        "jax\n",
    ),
    "reads_a_variable": (
        "import os\n\nprint(os.environ.get('KERAS_BACKEND'), os.getenv('KERAS_HOME'))\n",
        "None None\n",
    ),
    "names_layers_anew": (
        "import keras\n\nprint(keras.layers.Dense(1).name)\n",
        "dense\n",
    ),
    "names_layers_anew_too": (
        "import keras\n\nprint(keras.layers.Dense(1).name)\n",
        "dense\n",
    ),
    "makes_two_devices": (
        "import tensorflow as tf\n\n"
        "cpu = tf.config.list_physical_devices('CPU')[0]\n"
        "two = [tf.config.LogicalDeviceConfiguration()] * 2\n"
        "tf.config.set_logical_device_configuration(cpu, two)\n"
        "print(len(tf.config.list_logical_devices('CPU')))\n",
        "2\n",
    ),
    "sets_a_policy": (
        "import keras\n\nkeras.mixed_precision.set_global_policy('mixed_float16')\n"
        "print(keras.config.dtype_policy().name)\n",
        "mixed_float16\n",
    ),
    "has_no_policy": (
        "import keras\n\nprint(keras.config.dtype_policy().name)\n",
        "float32\n",
    ),
    "waits_for_what_it_starts": (
        "import subprocess\n\nprint(subprocess.check_output(['echo', '1'], text=True), end='')\n",
        "1\n",
    ),
    "starts_python_that_is_not_watched": (
        "import os\nimport subprocess\nimport sys\n\ndel os.environ['CHECK_WATCH']\n"
        "command = [sys.executable, '-c', 'print(1)']\n"
        "done = subprocess.run(command, capture_output=True, text=True)\n"
        "print(done.stdout + done.stderr, end='')\n",
        "1\n",
    ),
    "leaves_a_pool": (
        "from concurrent.futures import ThreadPoolExecutor\n\n"
        "pool = ThreadPoolExecutor()\nprint(pool.submit(abs, -1).result())\n",
        "1\n",
    ),
    "leaves_a_thread": (
        "import threading\n\nthreading.Timer(0.3, print, ['late']).start()\nprint(1)\n",
        "1\nlate\n",
    ),
}

CAUGHT = {  # what is said, at which line of the program, at which of the page's fences (or none)
    "raises": ("raised AttributeError", 3, "python"),
    "raises_below": ("raised ZeroDivisionError", 2, "python"),
    "prints_otherwise": ("writes something else", 2, "output"),
    "prints_less": ("writes something else", 1, "output"),
    "prints_no_newline": ("writes something else", 1, "output"),
    "prints_nothing": ("writes nothing any more", 1, "output"),
    "is_no_python": ("raised SyntaxError", 2, "python"),
    "exits_with_3": ("exited with 3", 3, "python"),
    "exits_with_words": ("exited with 1", 3, "python"),
    "aborts": ("was killed by signal 6", 3, "python"),
    "leaves_early": ("exited without reporting a status", 1, "python"),
    "loops": ("ran longer than 2 s", 8, "python"),
    "waits_for_input": ("raised EOFError", 1, "python"),
    "floods": ("printed more than 1 MiB", None, "python"),
    "fills_memory": ("used more than 4 GiB of memory", None, "python"),
    "has_a_bad_header": ("its inline metadata cannot be read", 1, None),
    "asks_for_what_is_not": ("[tool.check] has time_out = 3; it can set timeout", 1, None),
    "has_no_output": ("has_no_output.out is missing: write it with `make record", 1, "output"),
    "draws_otherwise": ("writes something else", 1, None),
    "frames_otherwise": ("writes something else", 1, None),
    "prints_what_is_not_text": ("printed bytes that are not UTF-8, in line 2", 1, "python"),
    "writes_beside_itself": ("writes outside its own folder: ", 5, "python"),
    "overwrites_the_output_of_another": ("writes outside its own folder: ", 5, "python"),
    "moves_another_away": ("writes outside its own folder: ", 6, "python"),
    "reaches_another_host": ("reaches another host: 192.0.2.1", 4, "python"),
    "looks_up_another_host": ("reaches another host: host.test", 4, "python"),
    "sends_to_another_host": ("reaches another host: 192.0.2.1", 5, "python"),
    "leaves_a_process": ("left a process running: sleep 300", 1, "python"),
    "leaves_a_detached_process": ("left a process running: sleep 301", 1, "python"),
    "forks_without_end": ("processes", None, "python"),  # too many started, or too many there
    "starts_programs_without_end": ("ran more than 30 processes", None, "python"),
    "writes_without_end": ("raised OSError", 3, "python"),
    "ignores_signals": ("ran longer than 2 s", None, "python"),
    "closes_its_stdout_early": ("writes nothing any more", 4, "output"),
    "kills_what_started_it": ("raised PermissionError", 4, "python"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A project with all these programs."""
    folder = tmp_path_factory.mktemp("planted")
    programs = FAULTS | SOUND
    files = {"docs/a.md": show("a", *programs), "examples/a/data.csv": "1,2\n"}
    files["examples/a/draws_otherwise.svg"] = "<svg>old</svg>"
    files["examples/a/frames_otherwise.html"] = "<p>old"
    for name, (source, output) in programs.items():
        files[f"examples/a/{name}.py"] = source
        if output is not None:
            files[f"examples/a/{name}.out"] = output
    planted(folder, files)
    return folder


@pytest.fixture(scope="module")
def before(root):
    """All files of that project, as they were before the check."""
    return content_of(root / "examples")


@pytest.fixture(scope="module")
def checked(root, before):
    """The report on that project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)
        patch.setenv("KERAS_HOME", "/nowhere")
        patch.setenv("KERAS_BACKEND", "torch")
        return check(planted(root, {}))


def content_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_fault_has_its_words():
    assert FAULTS.keys() == CAUGHT.keys()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught_at_its_lines(checked, name):
    words, line, fence = CAUGHT[name]
    program = f"examples/a/{name}.py"
    (failure,) = [
        failure
        for failure in checked.failures
        if program in failure.what or f"/{name}." in failure.what
    ]
    assert words in failure.what
    places = [place for place in failure.places if place.startswith(program)]
    assert places
    assert line is None or places == [f"{program}:{line}"]
    if fence:
        top = 7 * list(FAULTS | SOUND).index(name) + 1
        assert failure.places[0] == f"docs/a.md:{top if fence == 'python' else top + 3}"


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_program_passes(checked, name):
    program = f"examples/a/{name}.py"
    assert program in map(str, checked.runs)
    found = [str(failure) for failure in checked.failures if program in failure.what]
    assert not found, found[0]


def test_nothing_else_fails(checked):
    assert len(checked.failures) == len(FAULTS)


def test_the_tree_is_as_it_was(checked, root, before):
    assert content_of(root / "examples") == before


def test_no_process_lives_on(checked):
    commands = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
    assert not [
        words for words in commands if words[:1] == ["sleep"] and words[1] in ("300", "301")
    ]


def detail_of(report, name):
    return next(failure.detail for failure in report.failures if f"/{name}.py" in failure.what)


def test_a_traceback_begins_in_the_program(checked):
    first, second, *_ = detail_of(checked, "raises_below").splitlines()
    assert first.startswith("Traceback")
    assert second.endswith('raises_below.py", line 5, in <module>')


def test_the_words_that_a_program_exits_with_are_shown(checked):
    assert detail_of(checked, "exits_with_words") == "no luck\n"


def test_a_difference_names_the_line_of_the_output(checked):
    failure = next(f for f in checked.failures if "prints_otherwise.py" in f.what)
    assert "examples/a/prints_otherwise.out:2" in failure.places
    assert "-5\n+2" in failure.detail


def test_a_program_that_hangs_shows_where(checked):
    assert 'loops.py", line 8' in detail_of(checked, "loops")


def one_program(tmp_path, source, output="1\n", name="one", **more):
    files = {"docs/a.md": show("a", name), f"examples/a/{name}.py": textwrap.dedent(source)}
    return planted(tmp_path, files | {f"examples/a/{name}.out": output} | more)


@pytest.mark.skipif(not sandbox.can_landlock(), reason="this system has no Landlock")
def test_the_system_refuses_what_python_does_not_see(tmp_path):
    source = """
        import subprocess
        from pathlib import Path

        beside = Path(__file__).with_name("new.txt")
        print(subprocess.run(["sh", "-c", f"echo 1 > {beside}"]).returncode)
    """
    report = check(one_program(tmp_path, source, "2\n"))
    assert report.failures == []
    assert not (tmp_path / "examples/a/new.txt").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_a_program_that_is_not_watched_reaches_no_host_either(tmp_path):
    source = """
        import subprocess
        import sys

        ask = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
        done = subprocess.run([sys.executable, "-I", "-c", ask], capture_output=True, text=True)
        print(done.stderr.splitlines()[-1])
    """
    report = check(one_program(tmp_path, source, "OSError: [Errno 101] Network is unreachable\n"))
    lacks = [note for note in report.notes if "network" in note]
    assert lacks or report.failures == []


def test_without_protection_a_change_is_noticed_put_back_and_kept(tmp_path):
    source = """
        import subprocess
        from pathlib import Path

        here = Path(__file__).parent
        script = f"echo 2 > {here}/one.out; echo 3 > {here}/new; rm {here}/data.csv"
        print(subprocess.run(["sh", "-c", script]).returncode)
    """
    project = one_program(tmp_path, source, "0\n", **{"examples/a/data.csv": "1\n"})
    with Runner(project.config, project.folder, protect=()) as runner:
        report = check(project, runner=runner)
    assert {failure.places[:2] for failure in report.failures} == {
        (f"examples/a/{name}:1", "examples/a/one.py:1") for name in ("one.out", "new", "data.csv")
    }
    assert (tmp_path / "examples/a/one.out").read_text() == "0\n"
    assert (tmp_path / "examples/a/data.csv").read_text() == "1\n"
    assert not (tmp_path / "examples/a/new").exists()
    assert (tmp_path / ".check/displaced/a/one.out").read_text() == "2\n"
    assert report.notes == [
        f"this machine lacks a protection ({name}): {what}" for name, what in LACKS.items()
    ]


def test_under_a_server_a_change_is_named_and_left_as_it_is(tmp_path):
    """Somebody edits files there: what is put back may be an edit."""
    source = """
        import subprocess
        from pathlib import Path

        subprocess.run(["sh", "-c", f"echo 2 > {Path(__file__).with_name('data.csv')}"])
        print(1)
    """
    project = one_program(tmp_path, source, **{"examples/a/data.csv": "1\n"})
    with Runner(project.config, project.folder, lasting=True, protect=()) as runner:
        (failure,) = check(project, runner=runner).failures
    assert failure.places == ("examples/a/data.csv:1", "examples/a/one.py:1")
    assert failure.what.endswith(
        "changed while programs ran, and they write in their own folder only"
    )
    assert (tmp_path / "examples/a/data.csv").read_text() == "2\n"
    assert not (tmp_path / ".check/displaced").exists()


MIB = 2**20
ROOM = {"memory": 2**50, "output": 2 * MIB, "files": 4 * MIB, "processes": 1000}
OVER = {
    "nothing": ({}, ""),
    "time": ({"seconds": 5}, "ran longer than 5 s"),
    "output": ({"output": MIB}, "printed more than 1 MiB"),
    "files": ({"files": 3 * MIB}, "wrote files of more than 3 MiB"),
    "processes": ({"processes": 0}, "ran more than 0 processes"),
    "memory": ({"memory": 0}, "used more than 0 GiB of memory"),
}


@pytest.mark.parametrize("name", ["stdout", "stderr"])
@pytest.mark.parametrize(("changed", "said"), OVER.values(), ids=OVER)
def test_the_limit_that_a_job_is_over_is_said(tmp_path, changed, said, name):
    """It has run for 10 seconds, has printed 2 MiB, and written files of 4 MiB."""
    for file, size in ((name, 2), ("work/a", 1), ("work/deep/b", 3)):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
        os.truncate(tmp_path / file, size * MIB)
    set_to = {"seconds": 60} | ROOM | changed
    order = Order(1, "one.py", str(tmp_path), [], set_to.pop("seconds"))
    running = parent.Running(order, os.getpid(), Bounds(**set_to), started=time.monotonic() - 10)
    assert running.exceeded() == said


def test_a_process_that_has_gone_meanwhile_counts_for_nothing():
    gone = subprocess.Popen(["true"])
    gone.wait()
    assert parent.descendants(gone.pid) == []
    assert parent._memory(gone.pid) == 0
    assert parent._command(gone.pid) == str(gone.pid)
    order = Order(1, "one.py", "/", [], 60)
    assert not parent.Running(order, os.getpid(), Bounds(**ROOM)).has_left(gone.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody gets what a job has left")
@pytest.mark.parametrize(
    ("start", "folder"), [("", "/"), ("setsid", "work")], ids=["in its session", "in its folder"]
)
def test_of_two_jobs_that_have_ended_each_is_told_what_it_has_left_itself(tmp_path, start, folder):
    bounds = Bounds(**ROOM)

    def act():
        sandbox.adopt_orphans()
        (reader, writer), jobs = os.pipe(), []
        ours = parent.Parent(Start(True, [], [], "", str(tmp_path), bounds, []), writer, b"")
        for number in (1, 2):
            work = tmp_path / str(number) / folder
            work.mkdir(parents=True, exist_ok=True)
            command = ["sh", "-c", f"{start} sleep 40{number} &"]
            jobs.append(subprocess.Popen(command, cwd=work, start_new_session=True))
            order = Order(number, "one.py", str(tmp_path / str(number)), [], 60)
            ours.under_way.append(parent.Running(order, jobs[-1].pid, bounds))
            os.waitid(os.P_PID, jobs[-1].pid, os.WEXITED | os.WNOWAIT)
        left = {*parent.descendants(os.getpid())} - {running.pid for running in ours.under_way}
        wait_until(lambda: {parent._command(pid)[:5] for pid in left} == {"sleep"})
        ours.reap()
        ended = [Ending.load(line) for line in os.read(reader, 4096).splitlines()]
        return [(ending.number, ending.left) for ending in ended], [*map(psutil.pid_exists, left)]

    assert in_a_process(act) == "([(1, ['sleep 401']), (2, ['sleep 402'])], [False, False])"


def test_a_program_that_kills_its_parent_costs_only_its_own_result(tmp_path):
    killer = "import os, signal\n\nos.kill(os.getppid(), signal.SIGKILL)\n"
    files = {"docs/a.md": show("a", "killer", "one", "two"), "examples/a/killer.py": killer}
    for name in ("one", "two", "killer"):
        files[f"examples/a/{name}.out"] = "1\n"
    for name in ("one", "two"):
        files[f"examples/a/{name}.py"] = "import time\n\ntime.sleep(0.5)\nprint(1)\n"
    project = planted(tmp_path, files)
    with Runner(project.config, project.folder, protect=()) as runner:
        (failure,) = check(project, runner=runner).failures
    assert failure.what == "examples/a/killer.py ended the process that runs it"


@pytest.mark.slow
def test_a_parent_refuses_to_fork_after_an_operation_and_programs_run_all_the_same(tmp_path):
    """Its children would hang: TensorFlow's threads do not survive a fork."""
    files = {
        "docs/a.md": show("a", "one", "two"),
        "library/busy.py": "import tensorflow as tf\n\ntf.constant(1) + 1\n",
    }
    for name in ("one", "two"):
        files[f"examples/a/{name}.py"] = "import busy\n\nprint(busy.tf.constant(1).numpy())\n"
        files[f"examples/a/{name}.out"] = "1\n"
    project = planted(tmp_path, files)
    library = f'preload = ["busy"]\nset = {{PYTHONPATH = "{tmp_path / "library"}"}}\n'
    text = (tmp_path / "pyproject.toml").read_text().split("[tool.check.set]")[0]
    text = text.replace('preload = ["tensorflow", "keras"]\n', library)
    (tmp_path / "pyproject.toml").write_text(text)
    project = planted(tmp_path, {})
    with Runner(project.config, project.folder) as runner:
        report = check(project, runner=runner)
    assert [note for note in report.notes if "forking is not safe any more" in note]
    assert all("No module named 'busy'" in failure.detail for failure in report.failures)


def test_jobs_that_nobody_waits_for_any_more_are_ended(tmp_path):
    program = "import time\n\ntime.sleep({})\nprint(1)\n"
    files = {"docs/a.md": show("a", "quick", "slow")}
    files |= {f"examples/a/{name}.out": "1\n" for name in ("quick", "slow")}
    files |= {"examples/a/quick.py": program.format(0), "examples/a/slow.py": program.format(60)}
    project = planted(tmp_path, files)
    others = set(psutil.Process().children(recursive=True))  # the browser of other tests
    with Runner(project.config, project.folder) as runner:
        jobs = runner.run([Job(program.path) for program in project.programs])
        job, _ = next(jobs)
        assert job.path.stem == "quick"
        started = set(psutil.Process().children(recursive=True)) - others
        assert started
        jobs.close()
        wait_until(lambda: not any(map(psutil.Process.is_running, started)))


def test_a_note_that_is_cut_off_is_the_last(tmp_path):
    (tmp_path / "notes").write_text(Note("read", "/a").dump() + '\n{"did": "re')
    assert _notes(tmp_path / "notes", 1000) == [Note("read", "/a")]


@pytest.mark.parametrize("text", ["", '{"code": 0, "er', "[]"])
def test_a_program_that_was_killed_while_it_reported_has_reported_nothing(tmp_path, text):
    (tmp_path / "end.json").write_text(text)
    assert _told(tmp_path / "end.json") is None


def test_where_no_interpreter_starts_that_is_one_failure(tmp_path, monkeypatch):
    project = one_program(tmp_path, "print(1)\n")
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    (failure,) = check(project).failures
    assert failure.places == ("tools/runner/runner.py:1",)
    assert "the programs cannot be run" in failure.what


def test_where_no_scratch_folder_can_be_made_that_is_one_failure(tmp_path, monkeypatch):
    project = one_program(tmp_path, "print(1)\n")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    (failure,) = check(project).failures
    assert failure.places == ("tools/runner/runner.py:1",)
    assert failure.what.startswith("no program can be run: [Errno 2] No such file or directory")


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can mount")
@pytest.mark.parametrize("size", ["nr_inodes=3", "nr_inodes=9", "size=4k"])
def test_a_full_disk_is_a_failure_and_costs_no_file(tmp_path, size):
    project, full = one_program(tmp_path, "print('x' * 5000)\n"), tmp_path / "full"
    full.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", size, "none", str(full)]
    if subprocess.run(mount).returncode:
        pytest.skip("this machine lets root mount nothing")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tools.check", tmp_path],
            cwd=ROOT,
            env=os.environ | {"TMPDIR": str(full)},
            capture_output=True,
            text=True,
        )
    finally:
        subprocess.run(["umount", "-l", str(full)], check=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1].endswith("1 failure")
    assert project.programs[0].product(".out").read_text() == "1\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_check_that_is_interrupted_leaves_nothing_behind(tmp_path, number):
    """Its programs end, its scratch folder goes, and the next check is sound."""
    source = "import subprocess\n\nsubprocess.run(['sleep', '{}'])\nprint(1)\n"
    one_program(tmp_path, source.format(50))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    started = subprocess.Popen(
        [sys.executable, "-m", "tools.check", tmp_path],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(scratch)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    wait_until(lambda: list(scratch.glob("check-*/*/work")))
    started.send_signal(number)
    started.wait(timeout=30)  # less than the program would take
    assert b"Traceback" not in started.stderr.read()
    wait_until(lambda: not list(scratch.glob("check-*")))
    assert check(one_program(tmp_path, source.format(0))).failures == []


def wait_until(happened, seconds=60):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.01)
