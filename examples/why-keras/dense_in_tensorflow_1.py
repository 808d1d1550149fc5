import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
pixels = rng.random((2, 784), dtype="float32")
kernel = rng.normal(0, 0.05, (784, 64)).astype("float32")
bias = rng.normal(0, 0.5, 64).astype("float32")

graph = tf.Graph()
with graph.as_default():
    x = tf.compat.v1.placeholder(tf.float32, (None, 784))
    W = tf.compat.v1.get_variable("W", initializer=kernel)
    b = tf.compat.v1.get_variable("b", initializer=bias)
    y = tf.nn.relu(tf.matmul(x, W) + b)
    start = tf.compat.v1.global_variables_initializer()

with tf.compat.v1.Session(graph=graph) as session:
    session.run(start)
    features = session.run(y, feed_dict={x: pixels})

print("before the session:", type(y).__name__, y.shape)
print("from the session:  ", features.shape, features[0, :4].round(3))
