# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import torch
from torch.utils.data import DataLoader, TensorDataset

x = torch.arange(6.0).reshape(6, 1)
loader = DataLoader(TensorDataset(x, 2 * x), batch_size=4)

dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([dense])
model.compile(optimizer="sgd", loss="mse")
model.fit(loader, epochs=2, verbose=0)

print("backend", keras.backend.backend())
steps = model.optimizer.iterations.numpy()
print("batches", len(loader), "steps", steps)
