"""Which TensorFlow and Keras does this Python have, and what to do?

    python selfcheck.py

It needs nothing but Python 3.6 or later, and changes nothing.
"""
# /// script
# [tool.check]
# long = "to download whole: it has to run where nothing else does"
# timeout = 120
# ///

import importlib.util
import json
import os
import re
import site
import subprocess
import sys
import tempfile

LEGACY = "TF_USE_LEGACY_KERAS"
BACKENDS = ("tensorflow", "jax", "torch", "openvino", "numpy")  # of Keras 3
PACKAGES = {  # what is imported, and the names that pip may know it by
    "tensorflow": "tensorflow tensorflow-cpu tensorflow-gpu tf-nightly",
    "keras": "keras keras-nightly",
    "tf_keras": "tf-keras tf-keras-nightly",
    "numpy": "numpy",
    "protobuf": "protobuf",
}
# Run in a process of its own, so that a crash there ends nothing here.
PROBE = """
import json, sys
def tell(**said):
    print("selfcheck:" + json.dumps(said), flush=True)
def wrong(error):
    return "%s: %s" % (type(error).__name__, (str(error).splitlines() or [""])[0])
try:
    tf = __import__("tensorflow")
    tell(tensorflow=tf.__version__)
    tell(tf_keras_is=tf.keras.layers.Dense.__module__)
    tell(tf_keras_version=getattr(tf.keras, "__version__", None))
except BaseException as error:
    tell(tensorflow_error=wrong(error))
try:
    keras = __import__("keras")
    tell(keras=keras.__version__, backend=keras.backend.backend())
except BaseException as error:
    tell(keras_error=wrong(error))
tell(finished=True)
"""


def installed():
    """The versions that pip has installed, read from the folders of its notes."""
    names = {n: key for key, all_of in PACKAGES.items() for n in all_of.split()}
    found = {}
    for folder in sys.path:
        try:
            entries = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for entry in entries:
            note = re.match(r"(.+?)-([^-]+?)(-py[\d.]+)?\.(dist|egg)-info$", entry)
            name = note and names.get(note.group(1).lower().replace("_", "-"))
            if name:
                found.setdefault(name, note.group(2))
    return found


def settings():
    """Keras's settings file: what it says, or None where it is missing or broken."""
    home = os.environ.get("KERAS_HOME") or os.path.expanduser("~/.keras")
    try:
        with open(os.path.join(home, "keras.json")) as file:
            said = json.load(file)
        return said if isinstance(said, dict) else None
    except (OSError, ValueError):
        return None


def probed():
    """What importing TensorFlow and Keras shows."""
    found = {}
    with tempfile.TemporaryDirectory() as empty:
        variables = dict(os.environ, TF_CPP_MIN_LOG_LEVEL="3")
        if settings() is None:
            # Keras would write a settings file: let it do so elsewhere
            user = site.getuserbase()
            variables.update(HOME=empty, KERAS_HOME=empty, PYTHONUSERBASE=user)
        try:
            done = subprocess.run(
                [sys.executable, "-c", PROBE],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=variables,
                timeout=100,
            )
            text, ended = done.stdout, f"ended the process ({done.returncode})"
        except subprocess.TimeoutExpired as late:
            text, ended = late.stdout or b"", "took more than 100 seconds"
    for line in text.decode("utf-8", "replace").splitlines():
        if line.startswith("selfcheck:"):
            found.update(json.loads(line[10:]))
    if "finished" not in found:
        first = "keras" if "tf_keras_version" in found else "tensorflow"
        found.setdefault(first + "_error", ended)
    return found


def numbers(version):
    """2.16 of 2.16.1, as numbers; (0, 0) where there is none."""
    found = re.match(r"(\d+)\.(\d+)", version or "")
    return (int(found.group(1)), int(found.group(2))) if found else (0, 0)


def has(package):
    """Whether a package can be found; nothing is imported."""
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):
        return False


class Facts:
    """All that the answers are made of."""

    def __init__(self):
        self.installed, self.probe = installed(), probed()
        versions = dict(self.installed, **self.probe)
        self.tensorflow = versions.get("tensorflow")
        self.keras = versions.get("keras")
        self.tf_keras = self.installed.get("tf_keras")
        self.legacy = os.environ.get(LEGACY, "")
        self.asks_legacy = self.legacy in ("1", "true", "True")
        self.is_there = self.probe.get("tf_keras_is", "")
        self.variable = os.environ.get("KERAS_BACKEND", "")
        self.file = (settings() or {}).get("backend")
        asked = self.variable or self.file or "tensorflow"
        self.backend = self.probe.get("backend") or asked

    def family(self):
        """2 or 3: the Keras behind tf.keras; 0 where there is none."""
        if not self.is_there:
            return 0
        is_package = self.is_there.startswith("keras.")
        return 3 if is_package and numbers(self.keras) >= (3, 0) else 2


def tf_keras_is(facts):
    """Which Keras tf.keras is, and why."""
    if not facts.tensorflow:
        return "not there: no TensorFlow"
    if facts.family():
        return family_is(facts)
    if numbers(facts.tensorflow) < (1, 4):
        return "not there: it came with TensorFlow 1.4"
    return failed(facts, "tensorflow_error")


def family_is(facts):
    """The family that tf.keras belongs to, and why."""
    there, tf, keras = facts.is_there, numbers(facts.tensorflow), facts.keras
    if there.startswith("tf_keras."):
        why = f"{LEGACY}={facts.legacy} asks for it"
        return f"Keras 2, the package tf_keras {facts.tf_keras}: {why}"
    if there.startswith("tensorflow."):
        version = facts.probe.get("tf_keras_version")
        return f"Keras 2 ({version}): TensorFlow up to 2.5 has it inside"
    if facts.family() == 2:
        why = "TensorFlow from 2.6 to 2.15 uses it"
    elif tf < (2, 16):
        why = "it is beside a TensorFlow made for Keras 2"
    else:
        why = "TensorFlow uses it since 2.16"
    return f"Keras {facts.family()}, the package keras {keras}: {why}"


def keras_is(facts):
    """What `import keras` gives."""
    if "keras" in facts.probe:
        return f"Keras {numbers(facts.keras)[0]}"
    return failed(facts, "keras_error") if facts.keras else "not there"


def failed(facts, which):
    """An error without the folders of this machine."""
    folders = r"(?<![\w.])(?:[A-Za-z]:)?(?:[/\\][\w.+@ -]+){2,}"
    said = facts.probe.get(which, "no answer")
    return "cannot be used: " + re.sub(folders, "<path>", said)


def backend_is(facts):
    """The backend of `import keras`, and where it was set."""
    if not facts.keras:
        return "none: no package keras"
    if facts.variable and facts.backend == facts.variable:
        where = "the variable KERAS_BACKEND"
    elif facts.file and facts.backend == facts.file:
        where = "keras.json, which Keras writes when it is first imported"
    else:
        where = "the default"
    return f"{facts.backend}, set by {where}"


def traps(facts):
    """Each known trap that this environment is in, with the way out."""
    for name in ("tensorflow", "keras", "tf_keras", "numpy", "jax", "torch"):
        inside = os.path.join(name, "__init__.py")
        if os.path.isfile(name + ".py") or os.path.isfile(inside):
            yield f"a file or folder {name} here hides the package", "rename it"
    yield from traps_of_tf_keras(facts)
    yield from traps_of_the_backend(facts)
    yield from traps_of_versions(facts)


def traps_of_tf_keras(facts):
    """What is wrong with the way back to Keras 2."""
    tf = numbers(facts.tensorflow)
    right = f"pip install tf_keras=={tf[0]}.{tf[1]}.*"
    if facts.asks_legacy and not facts.tf_keras and tf >= (2, 15):
        yield LEGACY + " is set without the package tf_keras", right + ", or unset it"
    elif facts.asks_legacy and facts.is_there[:9] != "tf_keras." and facts.is_there:
        yield LEGACY + " is set, and this TensorFlow does not read it", "unset it"
    elif facts.legacy and not facts.asks_legacy:
        trap = f"{LEGACY}={facts.legacy} counts as not set"
        yield trap, "write 1 to get Keras 2, or unset it"
    if facts.tf_keras and facts.tensorflow and numbers(facts.tf_keras) != tf:
        which = f"tf_keras {facts.tf_keras}"
        yield f"{which} is not the one for TensorFlow {facts.tensorflow}", right


def traps_of_the_backend(facts):
    """What is wrong with the choice of a backend."""
    keras = numbers(facts.keras)
    if (2, 4) <= keras < (3, 0):
        if facts.variable not in ("", "tensorflow"):
            trap = f"KERAS_BACKEND={facts.variable} is set"
            yield f"{trap}, and Keras {facts.keras} does not use it", "unset it"
    elif keras >= (3, 0) and facts.backend not in BACKENDS:
        yield (
            f"Keras 3 has no backend {facts.backend}",
            "set KERAS_BACKEND to one of " + ", ".join(BACKENDS),
        )
    elif keras >= (3, 0) and not has(facts.backend):
        there = " or ".join(name for name in BACKENDS[:-1] if has(name))
        yield (
            f"the backend is {facts.backend}, and that is not installed",
            "install it, or set KERAS_BACKEND to what is: " + (there or "nothing"),
        )


def traps_of_versions(facts):
    """Packages that do not belong together."""
    tf, keras = numbers(facts.tensorflow), numbers(facts.keras)
    if (0, 0) < tf < (2, 16) and keras >= (3, 0):
        trap = "Keras 3 beside a TensorFlow made for Keras 2"
        yield trap, "pip install 'keras<3', or update TensorFlow"
    if tf >= (2, 16) and (0, 0) < keras < (3, 0):
        trap = "Keras 2 beside a TensorFlow made for Keras 3"
        yield trap, "pip install --upgrade keras"
    if not facts.tensorflow or "tensorflow_error" not in facts.probe:
        return
    if tf < (2, 18) and numbers(facts.installed.get("numpy")) >= (2, 0):
        yield "NumPy 2 with a TensorFlow before 2.18", "pip install 'numpy<2'"
    if tf < (2, 12) and numbers(facts.installed.get("protobuf")) >= (4, 0):
        yield "protobuf 4 with a TensorFlow before 2.12", "pip install 'protobuf<3.20'"


def advice(facts):
    """What to do, given the Keras that is there."""
    family, has_keras_3 = facts.family(), numbers(facts.probe.get("keras")) >= (3, 0)
    if family == 2:
        yield "code for Keras 2 that should stay: it runs here; keep these versions"
        if facts.is_there.startswith("tf_keras."):
            yield "in files that you can change: import tf_keras, without the variable"
    if family == 3:
        yield f"code for Keras 2 that should stay: install tf_keras, set {LEGACY}=1"
    if family or has_keras_3:
        yield "code for Keras 2 that should move: python selfcheck.py my_script.py"
    if has_keras_3:
        yield "new code: import keras"
    elif facts.probe.get("keras") or family:
        yield "new code: it needs Keras 3, in an environment of its own"
    elif facts.tensorflow or facts.keras:
        yield "first of all, mend what fails above; then run this again"
    else:
        yield "pip install tensorflow, or keras and one of jax and torch"


def about_environment():
    """Print what is here, what is wrong with it, and what to do."""
    facts = Facts()
    print("TensorFlow:", facts.tensorflow or "not installed")
    print("Keras:", facts.keras or "not installed")
    print("tf_keras:", facts.tf_keras or "not installed")
    print("tf.keras:", tf_keras_is(facts))
    print("import keras:", keras_is(facts))
    print("backend:", backend_is(facts))
    found = list(traps(facts))
    for trap, way_out in found:
        print("trap:", trap)
        print("  way out:", way_out)
    if not found:
        print("traps: none of those that this program knows")
    for line in advice(facts):
        print("next:", line)


if __name__ == "__main__":
    about_environment()
