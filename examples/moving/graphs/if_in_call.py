import keras
import numpy as np
import tensorflow as tf


class Absolute(keras.layers.Layer):
    def call(self, x):
        if tf.reduce_sum(x) < 0:
            return -x
        return x


def sequential():
    return keras.Sequential([Absolute()])


def functional():
    inputs = keras.Input((2,))
    return keras.Model(inputs, Absolute()(inputs))


cases = (sequential, False), (sequential, True), (functional, True)
for make, eager in cases:
    try:
        model = make()
        model.compile(run_eagerly=eager)
        model.predict(np.array([[-3.0, -4.0]]), verbose=0)
    except tf.errors.OperatorNotAllowedInGraphError as error:
        told = str(error).partition("Using")[2].partition(". ")[0]
        print(f"{make.__name__}, run_eagerly={eager}:", end=" ")
        print(f"{type(error).__name__}:\n  Using{told}.")
