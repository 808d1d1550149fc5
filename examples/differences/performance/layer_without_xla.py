import os
import warnings

os.environ["KERAS_BACKEND"] = "jax"

import keras

turn = keras.layers.RandomRotation(0.1)
for layers in [[], [turn]]:
    images = keras.Input((8, 8, 1))
    model = keras.Sequential([images, *layers, keras.layers.Flatten()])
    names = [layer.name for layer in model.layers]
    model.compile("sgd", "mse")
    print(names, "auto is", model.jit_compile)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    model.compile("sgd", "mse", jit_compile=True)
print("True becomes", model.jit_compile, "-", caught[0].message)
