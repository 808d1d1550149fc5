import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
with tf.Graph().as_default(), v1.Session() as session:
    W = v1.get_variable("W", initializer=np.eye(784, 64))
    x = v1.placeholder(tf.float64, (None, 783))
    try:
        tf.matmul(x, W)
    except ValueError as error:
        print("at its line:", str(error).partition(" for ")[0])

    x = v1.placeholder(tf.float64)  # its shape is left open
    y = tf.matmul(x, W)
    session.run(W.initializer)
    try:
        session.run(y, feed_dict={x: np.ones((2, 783))})
    except tf.errors.InvalidArgumentError as error:
        reason = error.message.partition("Matrix ")[2]
        print("in session.run:", reason.splitlines()[0])
