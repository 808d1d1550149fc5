import keras
import numpy as np
import tensorflow as tf


class Digits(keras.layers.Layer):
    def call(self, x):
        digits = tf.strings.length(tf.strings.as_string(x))
        return tf.cast(digits, "float32")


model = keras.Sequential([keras.Input((1,), dtype="int32"), Digits()])
model.compile(loss="mse", jit_compile=True)
x = np.array([[7], [42], [365]])
try:
    model.evaluate(x, x, verbose=0)
except tf.errors.InvalidArgumentError as error:
    message = str(error).partition("Detected unsupported")[2]
    told, _, more = message.partition(" __inference")
    place = more.partition("] ")[2].partition(" (No")[0]
    print(f"{type(error).__name__}: Detected unsupported{told} ...")
    print(f"  ... {place}")
