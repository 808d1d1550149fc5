from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

x = np.array([[1.0, 2.0, 3.0]], "float32")
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])

model.save("model.keras")
again = keras.models.load_model("model.keras")
print("to go on in Keras:", np.array_equal(again(x), model(x)))

model.export("folder", verbose=False)
print("saved_model.pb:", Path("folder/saved_model.pb").exists())
served = tf.saved_model.load("folder")
print("to serve:", np.allclose(served.serve(x), model(x)))
