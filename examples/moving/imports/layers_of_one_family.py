import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"

import numpy as np
import tensorflow as tf

layers = tf.keras.layers  # whatever Keras is behind tf.keras
model = tf.keras.Sequential([layers.Flatten()])
print(model.predict(np.array([[[1.0, 2.0], [3.0, 4.0]]]), verbose=0))
print("a layer of:", layers.Flatten.__module__.partition(".")[0])
