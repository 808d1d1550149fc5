import textwrap

import keras
import tensorflow as tf

inputs = keras.Input((3,))
try:
    outputs = tf.reduce_mean(inputs, axis=1)
except ValueError as error:
    told, *code = str(error).split("\n\n")
    print(textwrap.fill(f"{type(error).__name__}: {told}", 72))
