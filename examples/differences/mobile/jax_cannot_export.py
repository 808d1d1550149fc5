import os

os.environ["KERAS_BACKEND"] = "jax"

import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
try:
    model.export("model.tflite", format="litert", verbose=False)
except ValueError as error:
    print(type(error).__name__, "-", str(error).splitlines()[0])
