# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch

layer = keras.layers.Dense(1, kernel_initializer="ones")
layer.build((None, 2))
model = torch.nn.Sequential(layer, torch.nn.ReLU())
print("a torch.nn.Module:", isinstance(layer, torch.nn.Module))

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x, y = torch.ones(4, 2), torch.full((4, 1), 5.0)
for step in range(3):
    loss = torch.nn.functional.mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print("step", step, "loss", round(loss.item(), 3))
