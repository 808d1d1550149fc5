import warnings

import keras

with warnings.catch_warnings(record=True) as caught:
    layers = [keras.layers.Dense(3), keras.layers.Dense(1)]
    model = keras.Sequential([keras.Input((4,)), *layers])
print("warnings:", len(caught))
print("parameters:", model.count_params())
