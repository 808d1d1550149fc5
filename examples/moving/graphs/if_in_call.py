import keras
import numpy as np
import tensorflow as tf


class Absolute(keras.layers.Layer):
    def call(self, x):
        if tf.reduce_sum(x) < 0:
            return -x
        return x


x = np.array([[-3.0, -4.0]])
for eager in False, True:
    model = keras.Sequential([Absolute()])
    model.compile(run_eagerly=eager)
    print(f"predict with run_eagerly={eager}")
    try:
        model.predict(x, verbose=0)
    except tf.errors.OperatorNotAllowedInGraphError as error:
        told = str(error).partition("Using")[2].partition(". ")[0]
        print(f"  {type(error).__name__}:\n    Using{told}.")
