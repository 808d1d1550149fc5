import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
from keras import distribution

jax.config.update("jax_num_cpu_devices", 2)
mesh = distribution.DeviceMesh((1, 2), ["batch", "model"])
layout = distribution.LayoutMap(mesh)
layout[".*wide/kernel"] = (None, "model")
distribution.set_distribution(
    distribution.ModelParallel(layout_map=layout)
)

wide = keras.layers.Dense(4, name="wide")
model = keras.Sequential(
    [keras.Input((3,)), wide, keras.layers.Dense(1)]
)
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((8, 3)), np.ones(8), verbose=0)
for weight in model.weights:
    parts = [
        part.data.shape for part in weight.value.addressable_shards
    ]
    print(weight.path, weight.shape, "on each device:", *parts)
