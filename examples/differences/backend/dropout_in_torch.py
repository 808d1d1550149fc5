# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch

dropout = keras.layers.Dropout(0.5)
model = torch.nn.Sequential(dropout)
model.train()

x = torch.ones(1, 1000)
print("kept by model.train():", (model(x) != 0).all().item())
dropped = dropout(x, training=True)
print("kept by training=True:", (dropped != 0).all().item())
