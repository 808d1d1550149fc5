import warnings

import keras
import numpy as np
from keras.optimizers import SGD, Adam

x, y = np.ones((4, 1)), np.full((4, 1), 3.0)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
for optimizer in Adam(0.5), SGD(0.5, momentum=0.9):
    model.compile(optimizer, "mse")
    model.fit(x, y, epochs=3, verbose=0)
    print("trained with", type(optimizer).__name__)
    model.save("before.keras")
    model.save("model.h5")
    model.save("after.keras")
    for name in "before.keras", "after.keras":
        with warnings.catch_warnings(record=True) as warned:
            loaded = keras.models.load_model(name).optimizer
        kind, rate = type(loaded).__name__, float(loaded.learning_rate)
        steps = int(loaded.iterations)
        print(f"  {name}: {kind}, rate {rate:.3f}, {steps} steps")
        for warning in warned:
            print(f"    {warning.category.__name__}: {warning.message}")
