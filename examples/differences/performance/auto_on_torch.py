# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse", jit_compile="auto")
print(keras.config.backend(), "on CPU: auto is", model.jit_compile)
