from importlib import import_module

import keras
import numpy as np
import tensorflow as tf

try:
    print(tf.contrib.keras.layers.Dense)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
try:
    import_module("tensorflow.contrib")
except ModuleNotFoundError as error:
    print(f"{type(error).__name__}: {error}")

dense = keras.layers.Dense(1, kernel_initializer="ones")
print("keras.layers.Dense:", dense(np.array([[2.0, 3.0]])).numpy())
