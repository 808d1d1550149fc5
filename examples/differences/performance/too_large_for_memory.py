import tensorflow as tf

labels = tf.ones(10_000_000)  # 40 MB
guesses = tf.ones((10_000_000, 1))

try:
    tf.reduce_mean((guesses - labels) ** 2)
except tf.errors.ResourceExhaustedError as error:
    start = error.message.index("OOM")
    print(type(error).__name__)
    print(error.message[start:].partition(" on /job")[0])

column = tf.reshape(labels, (-1, 1))
loss = tf.reduce_mean((guesses - column) ** 2)
print("labels as a column: loss", loss.numpy())
