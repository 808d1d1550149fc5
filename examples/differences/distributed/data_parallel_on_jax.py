import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
import tensorflow as tf

jax.config.update("jax_num_cpu_devices", 2)
x = np.random.default_rng(0).random((8, 3), "float32")
y = x.sum(axis=1)

for name, k in {"keras": keras, "tf.keras": tf.keras}.items():
    k.distribution.set_distribution(k.distribution.DataParallel())
    model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
    model.set_weights([np.zeros((3, 1)), np.zeros(1)])
    model.compile(k.optimizers.SGD(0.1), "mse")
    model.fit(x, y, epochs=5, verbose=0)
    used = model.layers[0].kernel.value.sharding.device_set
    kernel = model.get_weights()[0].ravel().round(4)
    title = f"DataParallel on JAX x {len(used)}, fit of {name}"
    print(f"{title}, trains: {kernel}")
