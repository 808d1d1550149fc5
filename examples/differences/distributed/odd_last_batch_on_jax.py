import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
import tensorflow as tf

jax.config.update("jax_num_cpu_devices", 2)
keras.distribution.set_distribution(keras.distribution.DataParallel())
x = np.ones((9, 3))
rows = tf.data.Dataset.from_tensor_slices((x, x[:, 0]))

for way in "fit", "evaluate", "predict":
    for drop in True, False:
        dense = keras.layers.Dense(1)
        model = keras.Sequential([keras.Input((3,)), dense])
        model.compile("sgd", "mse")
        try:
            data = rows.batch(4, drop_remainder=drop)
            getattr(model, way)(data, verbose=0)
            print(f"{way}, drop_remainder={drop}: works")
        except ValueError as error:
            name, message = type(error).__name__, str(error)
            print(f"{way}, drop_remainder={drop}: {name}")
print(message)
