# claim: tf.keras computes with TensorFlow whatever KERAS_BACKEND says
# section: 3.2
import os
from importlib.util import find_spec

os.environ["KERAS_BACKEND"] = "jax"

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
try:
    dense = keras.layers.Dense(1, kernel_initializer="ones")
except ImportError as error:  # "Keras cannot be imported"
    if getattr(error.__context__, "name", None) != "jax":
        raise
    print("KERAS_BACKEND=jax: tf.keras asks for jax, not installed here")
    print("verdict: does not hold")
    raise SystemExit
output = dense(tf.constant([[1.0, 2.0, 4.0]]))
package = type(output).__module__.split(".")[0]
print(f"KERAS_BACKEND=jax: a layer returns a tensor of {package}")
print("verdict:", "holds" if package == "tensorflow" else "does not hold")
