import os
import warnings

import tensorflow as tf

os.environ["TF_USE_LEGACY_KERAS"] = "1"  # too late by one line


def by_attribute():
    return tf.keras.layers.Dense.__module__


def by_import():
    from tensorflow.keras.layers import Dense

    return Dense.__module__


with warnings.catch_warnings(record=True) as caught:
    print("tf.keras.layers.Dense:      ", by_attribute())
    print("from tensorflow.keras:      ", by_import())
    print("tf.keras.layers.Dense again:", by_attribute())
print("warnings:", len(caught))
