# claim: A model with loss='mse' comes back from an .h5 file
# section: 3.5
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
model = keras.models.Sequential([keras.layers.Dense(1, input_dim=1)])
model.compile("sgd", loss="mse")
model.save("model.h5")
x = np.array([[1.0], [2.0]])
try:
    again = keras.models.load_model("model.h5")
    same = np.isclose(*[m.evaluate(x, x, verbose=0) for m in (model, again)])
    print(f"it comes back and evaluate gives the same loss: {same}")
except (TypeError, ValueError) as error:  # Type: in 3.0
    if "mse'" not in str(error):
        raise
    print(str(error).split(". ")[0])
    with keras.utils.custom_object_scope({"mse": keras.losses.get("mse")}):
        keras.models.load_model("model.h5")  # so only the name is unknown
    same = False
print("verdict:", "holds" if same else "does not hold")
