import keras
import numpy as np


class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return np.full((1, 1), index), np.full((1, 1), 2.0 * index)


batches = Batches(workers=2, max_queue_size=4)
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile("sgd", "mse")
print("workers:", batches.workers, "queue:", batches.max_queue_size)
print(f"loss: {model.evaluate(batches, verbose=0):.4f}")
