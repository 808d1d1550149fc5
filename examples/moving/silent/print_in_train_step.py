import sys

import keras
import numpy as np
import tensorflow as tf


class Watched(keras.Sequential):
    def train_step(self, data):
        first = data[0][0, 0]
        print("  print:", type(first).__name__, flush=True)
        tf.print("  tf.print:", first, output_stream=sys.stdout)
        return super().train_step(data)


x = np.array([[1.0], [2.0], [3.0]])
for eager in False, True:
    print(f"three steps with run_eagerly={eager}:", flush=True)
    model = Watched([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", run_eagerly=eager)
    model.fit(x, x, batch_size=1, shuffle=False, verbose=0)
