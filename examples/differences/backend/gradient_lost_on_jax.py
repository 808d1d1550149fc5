import os
import warnings

os.environ["KERAS_BACKEND"] = "jax"
warnings.simplefilter("error")  # a warning would end the program

import numpy as np
import tensorflow as tf

layer = tf.keras.layers.Dense(1)
layer.build((None, 2))
kernel = np.array([[2.0], [3.0]])
layer.set_weights([kernel, np.zeros(1)])

print("backend", tf.keras.config.backend())
x = tf.Variable([[1.0, 1.0]])
calls = {"layer(x)": layer, "x @ kernel": lambda x: x @ kernel}
for name, call in calls.items():
    with tf.GradientTape() as tape:
        y = tf.reduce_sum(call(x))  # converts the JAX array of layer(x)
    gradient = tape.gradient(y, x)
    print(f"{name:10} value {y.numpy()}, gradient {gradient}")
