import warnings

import keras
import numpy as np
import tensorflow as tf


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = tf.Variable(1.0)

    def call(self, x):
        return self.factor * x


x = np.array([[1.0], [2.0]])
scale = Scale()
model = keras.Sequential([keras.Input((1,)), scale])
model.compile(keras.optimizers.SGD(0.1), "mse")
with warnings.catch_warnings(record=True) as caught:
    model.fit(x, 3 * x, epochs=5, verbose=0)
print(f"factor: {float(scale.factor):.4f}")
print("weights to train:", len(model.trainable_weights))
print("warned:", caught[-1].message)
