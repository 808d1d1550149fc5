import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

os.environ.pop("KERAS_BACKEND", None)
os.environ["KERAS_HOME"] = "home"  # no config file in it
installed = Path(find_spec("keras").origin).parents[1]
folder = Path("packages")  # all that is installed, but TensorFlow
folder.mkdir()
for one in installed.iterdir():
    if not one.name.startswith("tensorflow"):
        (folder / one.name).symlink_to(one)

code = "import sys; sys.path.append('packages'); import keras; "
code += "print('imported with', keras.backend.backend())"
for setting in {}, {"KERAS_BACKEND": "jax"}:
    ended = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env=os.environ | setting,
        capture_output=True,
        text=True,
    )
    lines = ended.stdout.splitlines() or ended.stderr.splitlines()
    print(setting or "no variable", "->", lines[-1])
