from pathlib import Path

import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
path = Path(__file__).with_name("written_by_tensorflow_2.15.1.keras")

old = tf_keras.models.load_model(path)
print("in tf_keras:", old(x).numpy().ravel())
old.save("bridge.h5")
new = keras.models.load_model("bridge.h5", compile=False)
new.save("new.keras")
moved = keras.models.load_model("new.keras")
print("in Keras 3: ", moved(x).numpy().ravel())
