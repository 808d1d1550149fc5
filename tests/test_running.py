"""How programs are run: planted faults cost only their own result, and sound programs pass.

All programs here are run once, together, as a check does it.
"""

import shutil
import subprocess
import sys

import pytest
from conftest import ROOT, show, write_files

from tools.check import check

FAULTS = {
    "raises": ("import keras\n\nprint(keras.layers.Dens)\n", "1\n"),
    "raises_below": ("def broken():\n    return 1 / 0\n\n\nbroken()\n", "1\n"),
    "prints_otherwise": ("print(1)\nprint(\n    2\n)\nprint(3)\n", "1\n5\n3\n"),
    "prints_less": ("print(1)\n", "1\n2\n"),
    "prints_no_newline": ("print(1, end='')\n", "1\n"),
    "prints_nothing": ("x = 1\n", "1\n"),
    "is_no_python": ("x = 1\nprint(x\n", "1\n"),
    "exits_with_3": ("import sys\n\nsys.exit(3)\n", "1\n"),
    "aborts": ("import os\n\nos.abort()\n", "1\n"),
    "leaves_early": ("import os\n\nprint(1, flush=True)\nos._exit(0)\n", "1\n"),
    "loops": (
        "# /// script\n# [tool.check]\n# timeout = 2\n# ///\n"
        "import time\n\nwhile True:\n    time.sleep(0.01)\n",
        "1\n",
    ),
    "waits_for_input": ("print(input())\n", "1\n"),
    "floods": ("while True:\n    print('x' * 1000)\n", "1\n"),
    "fills_memory": ("x = []\nwhile True:\n    x.append(bytearray(2**28))\n", "1\n"),
    "has_a_bad_header": ("# /// script\n# dependencies = [\n# ///\nprint(1)\n", "1\n"),
    "has_no_output": ("print(1)\n", None),
    "draws_otherwise": (
        "from pathlib import Path\n\nPath('draws_otherwise.svg').write_text('<svg/>')\nprint(1)\n",
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
    "is_main": ("import sys\n\nprint(__name__, len(sys.argv))\n", "__main__ 1\n"),
    "exits_with_0": ("import sys\n\nprint(1)\nsys.exit()\n", "1\n"),
    "registers_atexit": (
        "import atexit\n\natexit.register(print, 'last')\nprint(1)\n",
        "1\nlast\n",
    ),
    "sets_the_backend": (
        "import os\n\nos.environ['KERAS_BACKEND'] = 'jax'\n\nimport keras\n\n"
        "print(keras.backend.backend())\n",
        "jax\n",
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
    "leaves_a_process": (
        "import subprocess\n\nsubprocess.Popen(['sleep', '300'])\nprint(1)\n",
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


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """The report on a project with all these programs."""
    root = tmp_path_factory.mktemp("planted")
    programs = FAULTS | SOUND
    files = {"docs/a.md": show("a", *programs), "examples/a/data.csv": "1,2\n"}
    files["examples/a/draws_otherwise.svg"] = "<svg>old</svg>"
    for name, (source, output) in programs.items():
        files[f"examples/a/{name}.py"] = source
        if output is not None:
            files[f"examples/a/{name}.out"] = output
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)
        return check(write_files(root, files))


CAUGHT = {  # what is said, at which line of the program, at which of the page's fences (or none)
    "raises": ("raised AttributeError", 3, "python"),
    "raises_below": ("raised ZeroDivisionError", 2, "python"),
    "prints_otherwise": ("writes something else", 2, "output"),
    "prints_less": ("writes something else", 1, "output"),
    "prints_no_newline": ("writes something else", 1, "output"),
    "prints_nothing": ("writes nothing any more", 1, "output"),
    "is_no_python": ("raised SyntaxError", 2, "python"),
    "exits_with_3": ("exited with 3", 3, "python"),
    "aborts": ("was killed by signal 6", 3, "python"),
    "leaves_early": ("left without telling how it ended", 1, "python"),
    "loops": ("ran longer than 2 s", 8, "python"),
    "waits_for_input": ("raised EOFError", 1, "python"),
    "floods": ("printed more than 1 MiB", None, "python"),
    "fills_memory": ("used more than 4 GiB of memory", None, "python"),
    "has_a_bad_header": ("its inline metadata cannot be read", 1, None),
    "has_no_output": (
        "has_no_output.out is missing: write it with `make record",
        1,
        "output",
    ),
    "draws_otherwise": ("writes something else", 1, None),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught_at_its_lines(planted, name):
    said, line, fence = CAUGHT[name]
    program = f"examples/a/{name}.py"
    (failure,) = [
        failure
        for failure in planted.failures
        if program in failure.what or f"/{name}." in failure.what
    ]
    assert said in failure.what
    places = [place for place in failure.places if place.startswith(program)]
    assert places
    assert line is None or places == [f"{program}:{line}"]
    if fence:
        top = 7 * list(FAULTS | SOUND).index(name) + 1
        assert failure.places[0] == f"docs/a.md:{top if fence == 'python' else top + 3}"


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_program_passes(planted, name):
    program = f"examples/a/{name}.py"
    assert program in map(str, planted.runs)
    found = [str(failure) for failure in planted.failures if program in failure.what]
    assert not found, found[0]


def test_nothing_else_fails(planted):
    assert len(planted.failures) == len(FAULTS)


def detail_of(report, name):
    return next(failure.detail for failure in report.failures if f"/{name}.py" in failure.what)


def test_a_traceback_begins_in_the_program(planted):
    first, second, *_ = detail_of(planted, "raises_below").splitlines()
    assert first.startswith("Traceback")
    assert second.endswith('raises_below.py", line 5, in <module>')


def test_a_difference_names_the_line_of_the_output(planted):
    failure = next(f for f in planted.failures if "prints_otherwise.py" in f.what)
    assert "examples/a/prints_otherwise.out:2" in failure.places
    assert "-5\n+2" in failure.detail


def test_a_program_that_hangs_shows_where(planted):
    assert 'loops.py", line 8' in detail_of(planted, "loops")


@pytest.mark.slow
def test_the_warm_parent_refuses_to_fork_after_an_operation():
    """Its children would hang: TensorFlow's threads do not survive a fork."""
    code = "import tensorflow as tf; tf.constant(1) + 1; from tools.warm import warm_up; warm_up()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True)
    assert done.returncode == 1
    assert "forking is not safe any more" in done.stderr


def test_a_parent_that_cannot_run_is_one_failure(tmp_path, monkeypatch):
    root = write_files(tmp_path, {"docs/a.md": show("a", "one"), "examples/a/one.py": "print(1)\n"})
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    (failure,) = check(root).failures
    assert failure.places == ("tools/warm.py:1",)
    assert "the programs cannot be run" in failure.what
