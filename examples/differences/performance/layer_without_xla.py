import os
from warnings import catch_warnings

os.environ["KERAS_BACKEND"] = "jax"

import keras

images = keras.Input((8, 8, 1))
for layers in [[], [keras.layers.RandomCrop(4, 4)]]:
    model = keras.Sequential([images, *layers, keras.layers.Flatten()])
    names = [layer.name for layer in model.layers]
    print(names, model.output_shape, "auto is", model.jit_compile)

with catch_warnings(record=True, action="always") as caught:
    model.compile("sgd", "mse", jit_compile=True)
print("True becomes", model.jit_compile, "-", caught[0].message)
