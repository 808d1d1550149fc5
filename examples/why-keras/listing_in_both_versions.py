import numpy as np
import tensorflow as tf


def listing(x):
    W = tf.Variable(tf.random.normal((784, 64)))
    b = tf.Variable(tf.zeros(64))
    y = tf.nn.relu(tf.matmul(x, W) + b)
    return y, [W, b]


pixels = np.ones((1, 784), "float32")

y, _ = listing(pixels)
print("TensorFlow 2:", type(y).__name__, y.numpy().shape)

with tf.Graph().as_default(), tf.compat.v1.Session() as session:
    y, variables = listing(pixels)
    print("in a graph:", type(y).__name__, y.shape)
    session.run([variable.initializer for variable in variables])
    computed = session.run(y)
    print("from the session:", type(computed).__name__, computed.shape)
