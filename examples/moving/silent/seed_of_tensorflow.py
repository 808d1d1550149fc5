import keras
import numpy as np
import tensorflow as tf

one = np.ones((1, 1))
seeds = tf.random.set_seed, np.random.seed, keras.utils.set_random_seed
for set_seed in seeds:
    kernels = set()
    for _ in range(3):
        set_seed(42)
        dense = keras.layers.Dense(1)
        dense(one)
        kernels.add(dense.get_weights()[0].item())
    print(f"{set_seed.__name__:15} 3 layers, {len(kernels)} kernels")
