import keras
import numpy as np
import tensorflow as tf
import tf_keras

inputs = tf_keras.Input((3,))
outputs = tf_keras.layers.Dense(2)(inputs)
old = tf_keras.Model(inputs, tf.reduce_mean(outputs, axis=-1))
old.save("old.h5")

inputs = keras.Input((3,))
outputs = keras.layers.Dense(2)(inputs)
new = keras.Model(inputs, keras.ops.mean(outputs, axis=-1))
new.load_weights("old.h5")

x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
new.save("new.keras")
moved = keras.models.load_model("new.keras")
print("the same outputs:", np.allclose(moved(x), old(x)))
