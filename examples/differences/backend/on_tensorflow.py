import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np

dense = keras.layers.Dense(3, "relu")
model = keras.Sequential([keras.Input((4,)), dense])
model.set_weights([np.arange(12.0).reshape(4, 3) / 7, np.zeros(3)])

answer = model(np.ones((1, 4), "float32"))
print("backend     ", keras.config.backend())
print("tensor from ", type(answer).__module__.split(".")[0])
print("model(x)    ", keras.ops.convert_to_numpy(answer).round(4))
