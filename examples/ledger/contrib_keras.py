# claim: Keras is at tf.contrib.keras
# section: 3.1
import contextlib
import sys
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

with contextlib.redirect_stdout(sys.stderr):  # contrib warns
    there = hasattr(tf, "contrib") and hasattr(tf.contrib, "keras")
name = "tf.contrib.keras" if there else "tf.keras"
keras = tf.contrib.keras if there else tf.keras
inputs = keras.layers.Input((2,))
layer = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.models.Model(inputs, layer(inputs))
total = model.predict(np.array([[2.0, 3.0]]), verbose=0)[0, 0]
print(f"{name}.layers.Dense adds 2 and 3 to {total}")
print("verdict:", "holds" if there and total == 5 else "does not hold")
