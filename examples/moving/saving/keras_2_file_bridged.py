import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0, 3.0]])
dense = tf_keras.layers.Dense(2, input_shape=(3,))
tf_keras.Sequential([dense]).save("old.keras")

old = tf_keras.models.load_model("old.keras")
old.save("bridge.h5")
new = keras.models.load_model("bridge.h5", compile=False)
new.save("new.keras")

moved = keras.models.load_model("new.keras")
print("read by", moved.__module__)
print("the same outputs:", np.array_equal(moved(x), old(x)))
