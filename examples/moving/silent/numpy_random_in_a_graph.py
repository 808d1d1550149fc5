import keras
import numpy as np
import tensorflow as tf

np.random.seed(7)
tf.random.set_seed(7)
generator = keras.random.SeedGenerator(7)


@tf.function
def by_numpy():
    return tf.constant(np.random.normal())


@tf.function
def by_tensorflow():
    return tf.random.normal(())


@tf.function
def by_keras_with_a_number():
    return keras.random.normal((), seed=7)


@tf.function
def by_keras():
    return keras.random.normal((), seed=generator)


for noise in by_numpy, by_tensorflow, by_keras_with_a_number, by_keras:
    print(f"{noise.__name__}:", *[f"{noise():.3f}" for _ in range(4)])
