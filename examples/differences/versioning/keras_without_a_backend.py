import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"  # the default
installed = Path(find_spec("keras").origin).parents[1]
folder = Path("packages")  # all that is installed, but TensorFlow
folder.mkdir()
for one in installed.iterdir():
    if not one.name.startswith("tensorflow"):
        (folder / one.name).symlink_to(one)

code = "import sys; sys.path.append('packages'); import keras"
ended = subprocess.run(
    [sys.executable, "-S", "-c", code], capture_output=True, text=True
)
print("exit code:", ended.returncode)
print(ended.stderr.splitlines()[-1])
