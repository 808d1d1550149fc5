import json
import os
from pathlib import Path

os.environ["KERAS_HOME"] = str(Path.cwd())  # instead of ~/.keras
Path("keras.json").write_text(json.dumps({"backend": "jax"}))

import keras

print("KERAS_BACKEND is set:", "KERAS_BACKEND" in os.environ)
print("backend from the file:", keras.config.backend())
