import os
from warnings import catch_warnings

os.environ["KERAS_BACKEND"] = "jax"

import numpy as np
import tensorflow as tf

kernel = np.array([[2.0], [3.0]], "float32")
layer = tf.keras.layers.Dense(1, use_bias=False)
layer.build((None, 2))
layer.set_weights([kernel])
x = tf.Variable([[1.0, 1.0]])

with catch_warnings(record=True, action="always") as caught:
    for name, multiply in {
        "tf.matmul": lambda x: tf.matmul(x, kernel),
        "Dense, a JAX array": layer,
    }.items():
        with tf.GradientTape() as tape:
            y = tf.reduce_sum(multiply(x))
        gradient = tape.gradient(y, x)
        print(f"{name:18} value {y.numpy()}  gradient {gradient}")
print("warnings:", len(caught))
