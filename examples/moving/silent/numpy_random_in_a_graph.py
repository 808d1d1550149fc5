import numpy as np
import tensorflow as tf

np.random.seed(7)
tf.random.set_seed(7)


@tf.function
def by_numpy():
    return tf.constant(np.random.normal())


@tf.function
def by_tensorflow():
    return tf.random.normal(())


for noise in by_numpy, by_tensorflow:
    print(f"{noise.__name__}:", *[f"{noise():.3f}" for _ in range(4)])
