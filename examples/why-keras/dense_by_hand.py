import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
pixels = rng.random((2, 784), dtype="float32")
kernel = rng.normal(0, 0.05, (784, 64)).astype("float32")
bias = rng.normal(0, 0.5, 64).astype("float32")

W = tf.Variable(kernel)
b = tf.Variable(bias)


def dense(x):
    return tf.nn.relu(tf.matmul(x, W) + b)


features = dense(pixels)
print(features.shape, features[0, :4].numpy().round(3))
