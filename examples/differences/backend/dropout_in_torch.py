# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.dropout = keras.layers.Dropout(0.5)

    def forward(self, x):
        return self.dropout(x, training=self.training)


x = torch.ones(1, 1000)
for model in [torch.nn.Sequential(keras.layers.Dropout(0.5)), Net()]:
    for training in [True, False]:
        model.train(training)
        dropped = (model(x) == 0).any().item()
        print(f"{type(model).__name__}.train({training}): {dropped}")
