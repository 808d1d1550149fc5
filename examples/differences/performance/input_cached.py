import tensorflow as tf

read = []


def load(number):
    read.append(int(number))
    return number * number


def squares(number):
    return tf.py_function(load, [number], tf.int64)


numbers = tf.data.Dataset.range(4).map(squares, num_parallel_calls=1)
for name, data in {"map": numbers, "map, cache": numbers.cache()}.items():
    read.clear()
    for epoch in range(3):
        values = [int(value) for value in data.prefetch(tf.data.AUTOTUNE)]
    print(f"{name}: {values}, read {len(read)} times in 3 epochs")
