import tensorflow as tf

labels = tf.constant([1.0, 2.0, 4.0])
predicted = tf.constant([[1.0], [2.0], [4.0]])  # all right

loss = tf.reduce_mean((labels - predicted) ** 2)
print(f"labels as a row:    {loss:.3f}")
column = tf.reshape(labels, tf.shape(predicted))
loss = tf.reduce_mean((column - predicted) ** 2)
print(f"labels as a column: {loss:.3f}")
