import tensorflow as tf


@tf.function
def square(x):
    kept = x * x
    return x, kept


x, kept = square(tf.constant(3.0))
print("kept + 1:", (kept + 1).numpy())
