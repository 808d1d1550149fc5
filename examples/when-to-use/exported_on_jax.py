import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.export("folder", verbose=False)

x = np.array([[1.0, 2.0]], "float32")
loaded = tf.saved_model.load("folder")
same = np.allclose(loaded.serve(x), model(x), atol=1e-5)
print("from", keras.backend.backend(), "the same output:", same)

for format in ["onnx", "torch", "litert"]:
    try:
        model.export("model", format=format)
    except (ImportError, ValueError) as error:
        print(f"{format}: {error}")
