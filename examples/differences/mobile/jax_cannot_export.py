import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.set_weights([np.arange(8.0).reshape(4, 2), np.ones(2)])
print("jax computes", np.asarray(model(np.ones((1, 4)))))
try:
    model.export("model.tflite", format="litert")
except ValueError as error:
    print(type(error).__name__, "-", str(error).splitlines()[0])
