import os

os.environ["KERAS_BACKEND"] = "jax"

from collections import Counter

import jax
import numpy as np
import tensorflow as tf

layer = tf.keras.layers.Dense(3, kernel_initializer="ones")
output = layer(np.ones((1, 4)))
classes = type(layer).__mro__[:-1]
packages = Counter(base.__module__.split(".")[0] for base in classes)

print("backend of tf.keras:   ", tf.keras.config.backend())
print("output is a tf.Tensor: ", isinstance(output, tf.Tensor))
print("output is a jax.Array: ", isinstance(output, jax.Array))
print("output:                ", output)
print("classes of the layer:  ", dict(packages))
