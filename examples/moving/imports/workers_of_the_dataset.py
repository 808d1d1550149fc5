import threading

import keras
import numpy as np


class Batches(keras.utils.PyDataset):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.threads = []

    def __len__(self):
        return 3

    def __getitem__(self, index):
        self.threads.append(threading.current_thread().name)
        return np.full((1, 1), index), np.full((1, 1), 2.0 * index)


batches = Batches(workers=2, max_queue_size=4)
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile("sgd", "mse")
loss = model.evaluate(batches, verbose=0)
print("workers:", batches.workers, "queue:", batches.max_queue_size)
by_workers = any("worker" in name for name in batches.threads)
print("read by workers:", by_workers)
print(f"loss: {loss:.4f}")
