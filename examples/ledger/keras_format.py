# claim: model.save('model.keras') writes one zip file
# section: 3.5
import zipfile
from importlib.util import find_spec
from pathlib import Path

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
model = keras.models.Sequential([keras.layers.Dense(2, input_dim=3)])
model.compile("sgd", "mse")
model.save("model.keras")
again = keras.models.load_model("model.keras")
x = np.array([[1.0, -2.0, 3.0]])
one, two = (each.predict(x, verbose=0) for each in (model, again))
same = np.allclose(one, two)
path = Path("model.keras")
start = "a folder" if path.is_dir() else path.read_bytes()[:4]
zipped = zipfile.is_zipfile("model.keras")
print(f"model.keras is a zip file: {zipped} ({start})")
print(f"it comes back with the same predictions: {same}")
print("verdict:", "holds" if zipped and same else "does not hold")
