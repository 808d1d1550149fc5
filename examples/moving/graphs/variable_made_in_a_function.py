import tensorflow as tf


@tf.function
def add_up(x):
    total = tf.Variable(0.0)
    return total.assign_add(x)


try:
    add_up(tf.constant(2.0))
except ValueError as error:
    *place, told = str(error).strip().split("\n\n")
    first, second, more = told.strip().split(". ")
    print(f"{first}.\n{second}.")
