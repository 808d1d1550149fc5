import os
import subprocess
import sys

for backend in ["theano", "cntk"]:
    # A process for each: Keras reads the variable only at import.
    done = subprocess.run(
        [sys.executable, "-c", "import keras"],
        env={**os.environ, "KERAS_BACKEND": backend},
        capture_output=True,
        text=True,
    )
    print(f"{backend:7} {done.stderr.splitlines()[-1]}")
