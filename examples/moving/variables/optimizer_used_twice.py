import keras
import numpy as np

adam = keras.optimizers.Adam(0.1)
x, y = np.ones((4, 2)), np.ones((4, 1))
for name in "first", "second":
    dense = keras.layers.Dense(1, name=name)
    model = keras.Sequential([keras.Input((2,)), dense])
    model.compile(adam, "mse")
    try:
        model.fit(x, y, verbose=0)
        print(f"{name} model: trained")
    except ValueError as error:
        print(f"{name} model: {type(error).__name__}: {error}")
