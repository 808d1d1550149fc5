# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch

linear = torch.nn.Linear(2, 3)
wrapped = keras.layers.TorchModuleWrapper(linear)
model = keras.Sequential([wrapped, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")

before = linear.weight.detach().clone()
model.fit(torch.ones(4, 2), torch.ones(4, 1), verbose=0)

weights = model.trainable_weights
print("weights to train", [tuple(weight.shape) for weight in weights])
print("fit changed linear:", not torch.equal(before, linear.weight))
