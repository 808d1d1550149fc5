import sys

import keras
import numpy as np
import tensorflow as tf


class Watched(keras.layers.Layer):
    calls = 0

    def call(self, x):
        Watched.calls += 1
        print("  Python call", self.calls, type(x).__name__, flush=True)
        tf.print("  operation on", x[:, 0], output_stream=sys.stdout)
        return x


x = np.arange(6.0).reshape(6, 1)
print("keras.Input:")
score = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((1,)), Watched(), score])
model.compile("sgd", "mse")
print("fit, 3 batches:")
model.fit(x, x, batch_size=2, shuffle=False, verbose=0)
print("predict, 3 batches:")
model.predict(x, batch_size=2, verbose=0)
print("a direct call:")
model(x)
