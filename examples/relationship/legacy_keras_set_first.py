import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"

import tensorflow as tf
import tf_keras
from tensorflow.keras.layers import Dense

print("tf.keras.layers.Dense:", tf.keras.layers.Dense.__module__)
print("from tensorflow.keras:", Dense.__module__)
print("the Dense of tf_keras:", Dense is tf_keras.layers.Dense)
print("version of tf_keras:  ", tf_keras.__version__)
