from pathlib import Path

import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
path = Path(__file__).with_name("written_by_tensorflow_1.15.5.h5")

old = tf_keras.models.load_model(path)
print("in tf_keras:  ", old(x).numpy().ravel())
old.save("bridge.h5")
new = keras.models.load_model("bridge.h5", compile=False)
print("in Keras 3:   ", new(x).numpy().ravel())

layers = [keras.layers.Dense(2, "relu"), keras.layers.Dense(1)]
rebuilt = keras.Sequential([keras.Input((3,)), *layers])
rebuilt.load_weights(path)
print("weights alone:", rebuilt(x).numpy().ravel())
