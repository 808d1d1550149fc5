import keras
import numpy as np
import tensorflow as tf


class Digits(keras.layers.Layer):
    def call(self, x):
        digits = tf.strings.length(tf.strings.as_string(x))
        return tf.cast(digits, "float32")


model = keras.Sequential([keras.Input((1,), dtype="int32"), Digits()])
model.compile(loss="mse", jit_compile=False)
x = np.array([[7], [42], [365]])
print("digits:", *model.predict(x, verbose=0).ravel())
print("loss against 1, 2, 3:", end=" ")
print(model.evaluate(x, np.array([[1], [2], [3]]), verbose=0))
