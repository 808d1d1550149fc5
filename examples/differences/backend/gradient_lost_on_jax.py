import os
import warnings

os.environ["KERAS_BACKEND"] = "jax"
warnings.simplefilter("error")  # a warning would end the program

import numpy as np
import tensorflow as tf

layer = tf.keras.layers.Dense(1)
layer.build((None, 2))
layer.set_weights([np.array([[2.0], [3.0]]), np.zeros(1)])

x = tf.Variable([[1.0, 1.0]])
with tf.GradientTape() as tape:
    y = tf.reduce_sum(layer(x))  # takes the JAX array, and converts it
print("backend ", tf.keras.config.backend())
print("value   ", y.numpy())
print("gradient", tape.gradient(y, x))
