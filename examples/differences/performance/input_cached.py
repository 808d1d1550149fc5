import tensorflow as tf

read = []


def load(number):
    read.append(int(number))
    return number * number


def squares(number):
    return tf.py_function(load, [number], tf.int64)


numbers = tf.data.Dataset.range(4).map(squares)
for name, data in ("map", numbers), ("map, cache", numbers.cache()):
    read.clear()
    epochs = data.prefetch(tf.data.AUTOTUNE).repeat(3)
    values = [int(value) for value in epochs]
    print(f"{name}: {values}, {len(read)} read")
