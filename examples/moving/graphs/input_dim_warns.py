import warnings

import keras

with warnings.catch_warnings(record=True) as caught:
    first = keras.layers.Dense(3, input_dim=4)
    model = keras.Sequential([first, keras.layers.Dense(1)])
print(caught[0].category.__name__)
print(str(caught[0].message).replace(". ", ".\n"))
print("parameters:", model.count_params())
