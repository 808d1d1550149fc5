# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras

model = keras.Sequential([keras.layers.Flatten()])
backend = keras.config.backend()
for asked in ["auto", True, False]:
    model.compile(jit_compile=asked)
    print(f"{backend} on CPU: {asked} is {model.jit_compile}")
