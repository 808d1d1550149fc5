import warnings

import keras

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(64, activation="relu"),
        ]
    )

print("warnings:", len(caught))
print("parameters:", model.count_params(), "=", 784, "*", 64, "+", 64)
