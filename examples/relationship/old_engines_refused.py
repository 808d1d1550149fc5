import os
import subprocess
import sys

for engine in ("theano", "cntk"):
    finished = subprocess.run(
        [sys.executable, "-c", "import keras"],
        env={**os.environ, "KERAS_BACKEND": engine},
        stderr=subprocess.PIPE,
        text=True,
    )
    print(f"{engine:6}  exit {finished.returncode}  {finished.stderr.splitlines()[-1]}")
