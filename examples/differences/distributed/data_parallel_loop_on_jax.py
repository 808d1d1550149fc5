import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
import tensorflow as tf

jax.config.update("jax_num_cpu_devices", 2)
x = np.random.default_rng(0).random((8, 3), "float32")
y = x.sum(axis=1, keepdims=True)


def loss(weights):
    predicted, _ = model.stateless_call(weights, [], inputs)
    return ((predicted - targets) ** 2).mean()


for name, k in {"keras": keras, "tf.keras": tf.keras}.items():
    layout = k.distribution.DataParallel().get_data_layout(x.shape)
    inputs = k.distribution.distribute_tensor(x, layout)
    targets = k.distribution.distribute_tensor(y, layout)
    model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
    ws = [np.zeros((3, 1)), np.zeros(1)]
    for _ in range(5):
        gradients = jax.grad(loss)(ws)
        ws = [w - 0.1 * g for w, g in zip(ws, gradients, strict=True)]
    used = len(inputs.sharding.device_set)
    kernel = np.ravel(ws[0]).round(4)
    title = f"DataParallel on JAX x {used}, loop of {name}"
    print(f"{title}, trains: {kernel}")
