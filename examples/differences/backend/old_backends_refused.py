import os
import subprocess
import sys

for backend in ["theano", "cntk"]:
    # Keras reads the variable once, at import: each backend gets its own process.
    result = subprocess.run(
        [sys.executable, "-c", "import keras"],
        env={**os.environ, "KERAS_BACKEND": backend},
        capture_output=True,
        text=True,
    )
    print(f"{backend:7} {result.stderr.splitlines()[-1]}")
