# /// script
# dependencies = ["torch"]
# ///
import keras
import numpy as np
import torch
from keras import layers

conv, linear = torch.nn.Conv2d(2, 5, 3), torch.nn.Linear(20, 1)
network = torch.nn.Sequential(conv, torch.nn.Flatten(), linear)
arrays = [w.numpy() for w in network.state_dict().values()]
arrays[0] = arrays[0].transpose(2, 3, 1, 0)  # the kernel of conv
arrays[2] = arrays[2].T  # the kernel of linear

images = np.random.rand(1, 4, 4, 2).astype("float32")
channels_first = torch.tensor(images.transpose(0, 3, 1, 2))
y = network(channels_first).detach()
for between in [[layers.Permute((3, 1, 2))], []]:
    first = [keras.Input((4, 4, 2)), layers.Conv2D(5, 3)]
    last = [layers.Flatten(), layers.Dense(1)]
    model = keras.Sequential([*first, *between, *last])
    model.set_weights(arrays)
    same = np.allclose(y, model(images), atol=1e-5)
    print("with Permute:", bool(between), "the same output:", same)
