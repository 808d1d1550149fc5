import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # no log lines at import

import tensorflow as tf

print("TensorFlow imports it:", "keras" in sys.modules)
import keras

print("before its first use: ", type(vars(tf)["keras"]).__name__)
print("the module behind it: ", tf.keras.__name__)
print("after its first use:  ", type(vars(tf)["keras"]).__name__)
print("tf.keras is keras:    ", tf.keras is keras)
Dense = tf.keras.layers.Dense
print("one Dense in both:    ", Dense is keras.layers.Dense)
print("Dense is defined in:  ", Dense.__module__)
