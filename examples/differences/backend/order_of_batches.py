import os
import sys

os.environ["KERAS_BACKEND"] = "jax"
sys.modules["tensorflow"] = None  # as if it were not installed

import keras
import numpy as np

read = []


class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 6

    def __getitem__(self, index):
        read.append(index)
        return np.ones((4, 1)), np.ones((4, 1))


keras.utils.set_random_seed(1)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
off = {"shuffle": False}
for name, arguments in ("default", {}), ("unshuffled", off):
    model.fit(Batches(), verbose=0, **arguments)
    print(name, read[-6:])  # before, some were read for their shapes
