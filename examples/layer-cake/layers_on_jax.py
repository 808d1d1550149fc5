import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import tensorflow as tf


class ByTensorFlow(keras.layers.Layer):
    def call(self, x):
        return tf.nn.softplus(x)


class ByKeras(keras.layers.Layer):
    def call(self, x):
        return keras.ops.softplus(x)


x = np.array([[-1.0, 0.0, 1.0]])
for layer in ByKeras(), ByTensorFlow():
    try:
        model = keras.Sequential([layer])
        print("ran:", model.predict(x, verbose=0).round(4))
    except AttributeError as error:
        print("AttributeError:", str(error).splitlines()[0])
