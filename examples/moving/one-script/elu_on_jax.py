import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import tensorflow as tf


class Scale(keras.layers.Layer):
    def __init__(self, elu):
        super().__init__()
        self.elu = elu

    def call(self, x):
        return self.elu(2.0 * x)


inputs = keras.Input((1,))
try:
    Scale(tf.nn.elu)(inputs)
except AttributeError as error:
    # the message without its bold type
    text = str(error).replace("\x1b[1m", "").replace("\x1b[0m", "")
    print(f"{type(error).__name__}:", *text.splitlines()[:3], sep="\n")
model = keras.Model(inputs, Scale(keras.ops.elu)(inputs))
x = np.array([[1.0], [-1.0]])
print("changed:", model.predict(x, verbose=0).ravel())
