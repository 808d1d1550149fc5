import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # no log lines at import

import keras
import tensorflow as tf

print("before its first use:", type(vars(tf)["keras"]).__name__)
print("the module behind it:", tf.keras.__name__)
print("after its first use: ", type(vars(tf)["keras"]).__name__)
print("tf.keras is keras:   ", tf.keras is keras)
print("the same Dense:      ", tf.keras.layers.Dense is keras.layers.Dense)
print("Dense is defined in: ", tf.keras.layers.Dense.__module__)
print("versions:            ", tf.__version__, tf.keras.__version__, keras.__version__)
