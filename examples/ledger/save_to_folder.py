# claim: model.save('folder') writes a SavedModel
# section: 3.5
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
try:
    model.save("folder")
    again = keras.models.load_model("folder")
except ValueError as error:
    if "Invalid filepath extension for saving" not in str(error):
        raise
    print(str(error).split(". ")[0])
    model.save("model.keras")
    again = keras.models.load_model("model.keras")
same = np.allclose(*[m.predict(np.eye(3), verbose=0) for m in (model, again)])
there = Path("folder/saved_model.pb").is_file()
print(f"folder/saved_model.pb: {there}, the same predictions: {same}")
print("verdict:", "holds" if there and same else "does not hold")
