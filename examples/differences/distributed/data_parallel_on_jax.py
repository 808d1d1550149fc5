import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

jax.config.update("jax_num_cpu_devices", 2)
x = np.random.default_rng(0).random((32, 4), "float32")
y = x.sum(axis=1)

for devices in [["cpu:0"], ["cpu:0", "cpu:1"]]:
    keras.distribution.set_distribution(
        keras.distribution.DataParallel(devices=devices)
    )
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.set_weights([np.zeros((4, 1)), np.zeros(1)])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    history = model.fit(x, y, batch_size=8, epochs=3, shuffle=False, verbose=0)
    print("devices", len(model.layers[0].kernel.value.sharding.device_set))
    print("  losses", np.round(history.history["loss"], 4))
    print("  kernel", model.get_weights()[0].ravel().round(4))
