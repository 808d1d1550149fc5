import tensorflow as tf

kept = []


@tf.function
def square(x):
    kept.append(x * x)
    return x


square(tf.constant(3.0))
try:
    print(kept[0] + 1)
except TypeError as error:
    told, *places = str(error).splitlines()
    print(f"{type(error).__name__}:")
    print(told.replace(". ", ".\n"))
