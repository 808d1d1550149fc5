import os
import sys

os.environ["TF_USE_LEGACY_KERAS"] = "1"
sys.modules["tf_keras"] = None  # as if it were not installed

import tensorflow as tf

try:
    print(tf.keras.layers.Dense)
except ImportError as error:
    print(f"{type(error).__name__}: {error}")
