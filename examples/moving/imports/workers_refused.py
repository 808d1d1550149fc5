import keras
import numpy as np

x, y = np.ones((4, 1)), np.ones((4, 1))
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
for argument in "workers", "use_multiprocessing", "max_queue_size":
    try:
        model.fit(x, y, **{argument: 2})
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
