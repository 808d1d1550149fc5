import os

import tensorflow as tf

os.environ["KERAS_BACKEND"] = "jax"  # after the import

import keras

numbers = tf.range(4)
total = keras.ops.sum(numbers)
print("variable:", os.environ["KERAS_BACKEND"])
print("backend: ", keras.config.backend())
print(int(total), "computed by", type(total).__module__.split(".")[0])
