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
    batches = data.prefetch(tf.data.AUTOTUNE)
    epochs = [[int(value) for value in batches] for _ in range(3)]
    print(f"{name}: {epochs}, {len(read)} read")
