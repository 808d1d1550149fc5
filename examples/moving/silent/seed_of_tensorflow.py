import random

import keras
import numpy as np
import tensorflow as tf

one = np.ones((1, 1))
seeds = {
    "tf.random.set_seed": tf.random.set_seed,
    "np.random.seed": np.random.seed,
    "random.seed": random.seed,
    "keras.utils.set_random_seed": keras.utils.set_random_seed,
}
for name, set_seed in seeds.items():
    kernels = set()
    for _ in range(3):
        set_seed(42)
        dense = keras.layers.Dense(1)
        dense(one)
        kernels.add(dense.get_weights()[0].item())
    print(f"{name:27} different kernels: {len(kernels)}")
