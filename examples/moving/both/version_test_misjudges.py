import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"

import tensorflow as tf

print("by the version, Keras 3:", tf.__version__ >= "2.16")
print("it has keras.ops:", hasattr(tf.keras, "ops"))
print("class of a layer:", tf.keras.layers.Layer.__module__)
print("as texts, 2.9 >= 2.16:", "2.9" >= "2.16")
