import os
import warnings

os.environ["KERAS_BACKEND"] = "jax"

import keras

flatten = keras.layers.Flatten()
warp = keras.layers.RandomPerspective()
for layers in [[flatten], [warp, flatten]]:
    model = keras.Sequential(layers)
    names = ", ".join(layer.name for layer in layers)
    for asked in ["auto", True]:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            model.compile(jit_compile=asked)
        print(f"{names}: {asked} is {model.jit_compile}")
        for warning in caught:
            print(" ", warning.message)
