import os
import subprocess
import sys

for engine in ["theano", "cntk"]:
    # Keras reads the variable once, at import: each engine gets its own process.
    result = subprocess.run(
        [sys.executable, "-c", "import keras"],
        env={**os.environ, "KERAS_BACKEND": engine},
        capture_output=True,
        text=True,
    )
    print(f"{engine:6}  {result.stderr.splitlines()[-1]}")
