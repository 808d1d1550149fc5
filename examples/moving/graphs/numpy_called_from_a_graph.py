import numpy as np
import tensorflow as tf


@tf.function
def root_by_tensorflow(x):
    return tf.sqrt(x)


@tf.function
def root_by_numpy(x):
    y = tf.numpy_function(np.sqrt, [x], tf.float32)
    y.set_shape(x.shape)
    return y


for root in root_by_tensorflow, root_by_numpy:
    x = tf.constant([4.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = root(x)
    gradient = tape.gradient(y, x)
    shape = root.get_concrete_function(x).output_shapes
    print(f"{root.__name__}: {y}, gradient {gradient}, shape {shape}")
