# claim: predict runs a Python if on a tensor in a tf.keras layer's call
# section: 3.4
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras


class Positive(keras.layers.Layer):
    def call(self, inputs):
        return -inputs if tf.reduce_sum(inputs) < 0 else inputs


def predicted(layer):
    model = keras.models.Sequential([layer])
    data = np.array([[1.0, 2.0]]), np.array([[-3.0, -4.0]])
    return [model.predict(x, verbose=0).tolist() for x in data]


absolute = predicted(keras.layers.Lambda(tf.abs, input_shape=(2,)))
print(f"tf.abs: {absolute}")
try:
    positive = predicted(Positive(input_shape=(2,)))
except TypeError as error:
    positive = "as a Python `bool` is not allowed"
    if positive not in str(error):
        raise
print(f"if: {positive}")
print("verdict:", "holds" if positive == absolute else "does not hold")
