import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"  # before the import

import tensorflow as tf

Base = tf.keras.layers.Dense
from tensorflow.keras.layers import Dense, Dropout

print("tf.keras:", Base.__module__)
print("imported:", Dense.__module__)

layers = [Dense(8), Dropout(0.5), Dense(1)]
found = [layer for layer in layers if isinstance(layer, Base)]
print("Dense layers found:", len(found))
