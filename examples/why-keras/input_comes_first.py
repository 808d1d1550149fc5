import warnings

import keras

with warnings.catch_warnings(record=True) as caught:
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(64, activation="relu"),
        ]
    )

print("warnings:", len(caught))
print("activation:", model.layers[0].activation.__name__)
print("parameters:", model.count_params(), "=", 784, "*", 64, "+", 64)
