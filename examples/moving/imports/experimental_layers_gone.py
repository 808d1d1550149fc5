import keras
import numpy as np
import tensorflow as tf

try:
    print(tf.keras.layers.experimental.preprocessing)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")

scale = keras.layers.Normalization()
scale.adapt(np.array([[1.0], [3.0]]))
print("keras.layers.Normalization maps 5 to", scale([[5.0]]).numpy())
