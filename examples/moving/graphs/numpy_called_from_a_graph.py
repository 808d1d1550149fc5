import numpy as np
import tensorflow as tf


@tf.function
def root_by_tensorflow(x):
    return tf.sqrt(x)


@tf.function
def root_by_numpy(x):
    return tf.numpy_function(np.sqrt, [x], tf.float32)


for root in root_by_tensorflow, root_by_numpy:
    x = tf.constant(4.0)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = root(x)
    print(f"{root.__name__}: {y}, gradient {tape.gradient(y, x)}")
