"""Run ledger programs in this interpreter's environment and print a JSON line for each.

    python in_release.py examples/ledger/*.py

It runs inside environments as old as Python 3.6 and needs nothing but the standard
library. TensorFlow and Keras are imported once, no operation is run, and each program
gets a fork of that process; a program that touches os.environ gets an interpreter of
its own. The first line says what the environment is. The variables come from the caller.
"""

import gc
import json
import os
import platform
import runpy
import select
import signal
import sys
import tempfile
import time
import traceback

LIMIT = 180  # seconds for one program
FLOOD = 1000 * 1000  # bytes of output
MOST = 4000  # characters of evidence that a row of the data file keeps
WORDS = 200  # characters of what an error says
VERDICTS = ("holds", "does not hold", "not applicable")


def main(paths):
    """Run these programs; print a line about the environment, then one for each."""
    # old converters call a program of their own environment by its bare name
    scripts = os.path.dirname(sys.executable)
    os.environ["PATH"] = scripts + os.pathsep + os.environ.get("PATH", "")
    say(environment())
    gc.collect()
    if hasattr(gc, "freeze"):  # Python 3.7
        gc.freeze()
    for path in paths:
        path = os.path.abspath(path)
        with open(path) as file:
            fresh = "os.environ" in file.read()
        say(measured(path, fresh))


def say(record):
    """Print a record as one line of JSON."""
    sys.stdout.write(json.dumps(record, sort_keys=True) + "\n")
    sys.stdout.flush()


def environment():
    """Import what is there, and tell the versions. stdout stays ours alone."""
    found = {"python": platform.python_version()}
    ours = os.dup(1)
    os.dup2(2, 1)
    try:
        found["tensorflow"] = versions("tensorflow")
        found["keras"] = versions("keras")
        if found["keras"]:
            found["backend"] = sys.modules["keras"].backend.backend()
        if found["tensorflow"]:
            # load what TensorFlow loads lazily, so that no child has to
            getattr(getattr(sys.modules["tensorflow"], "keras", None), "layers", None)
    finally:
        os.dup2(ours, 1)
    return found


def versions(name):
    """Import a package; its version, or None if it cannot be imported."""
    try:
        return __import__(name).__version__
    except Exception:
        traceback.print_exc()
        return None


def measured(path, fresh):
    """One program's verdict and evidence."""
    claim = os.path.splitext(os.path.basename(path))[0]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as errors:
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            child(path, fresh, folder, writer, errors.fileno())
        os.close(writer)
        output, failure = wait(pid, reader)
        os.close(reader)
        errors.seek(0)
        complaint = errors.read().decode("utf-8", "replace").strip().splitlines()
    lines = output.decode("utf-8", "replace").strip().splitlines()
    said = lines.pop()[9:] if lines and lines[-1].startswith("verdict: ") else None
    if failure is None and said not in VERDICTS:
        failure = "no verdict"
    if failure:
        said = "error: " + (raised(complaint) if failure.startswith("exit") else failure)
    return {"claim": claim, "verdict": said, "evidence": " | ".join(lines)[:MOST]}


def raised(complaint):
    """Type and words of the exception that a traceback ends with."""
    while any(line.startswith("Traceback ") for line in complaint):
        complaint = complaint[1:]
    words = [line for line in complaint if line and not line[0].isspace()] or complaint
    return words[0][:WORDS] if words else "no traceback"


def child(path, fresh, folder, writer, errors):
    """The forked process: run the program as a script, and leave without teardown."""
    status = 1
    try:
        os.setpgid(0, 0)
        os.chdir(folder)
        os.dup2(writer, 1)
        os.dup2(errors, 2)
        if fresh:
            os.execv(sys.executable, [sys.executable, path])
        sys.argv = [path]
        runpy.run_path(path, run_name="__main__")
        status = 0
    except SystemExit as end:  # a program that has nothing more to say
        status = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def wait(pid, reader):
    """What the process printed, and what went wrong with it (None: nothing)."""
    output, end, failure = b"", time.time() + LIMIT, None
    while True:
        left = end - time.time()
        ready = select.select([reader], [], [], max(left, 0))[0]
        if not ready:
            failure = "time limit"
        else:
            block = os.read(reader, 65536)
            output += block
            if block and len(output) < FLOOD:
                continue
            failure = "flood" if block else None
        break
    if failure:
        os.killpg(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    if failure is None and os.WIFSIGNALED(status):
        failure = f"signal {os.WTERMSIG(status)}"
    if failure is None and os.WEXITSTATUS(status):
        failure = f"exit status {os.WEXITSTATUS(status)}"
    return output, failure


if __name__ == "__main__":
    main(sys.argv[1:])
