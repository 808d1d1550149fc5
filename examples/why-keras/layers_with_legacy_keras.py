import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"  # before the import
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
with tf.Graph().as_default(), v1.Session() as session:
    pixels = v1.placeholder(tf.float32, [None, 784])
    features = v1.layers.dense(pixels, 64)
    session.run(v1.global_variables_initializer())
    two = session.run(features, {pixels: np.ones((2, 784))})
print("made by tf.compat.v1.layers.dense:", two.shape)
print("tf.keras is", tf.keras.layers.Dense.__module__.split(".")[0])
