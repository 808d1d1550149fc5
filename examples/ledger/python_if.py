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
    def call(self, inputs, python=True):
        if not python:
            return tf.abs(inputs)
        if tf.reduce_sum(inputs) < 0:
            inputs = -inputs
        return inputs


def predicted():
    x = keras.layers.Input((2,))
