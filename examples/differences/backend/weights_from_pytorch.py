# /// script
# dependencies = ["torch"]
# ///
import keras
import numpy as np
import torch

linear = torch.nn.Linear(4, 3)
dense = keras.layers.Dense(3)
dense.build((None, 4))
dense.set_weights([linear.weight.detach().T, linear.bias.detach()])

x = torch.rand(1, 4)
same = np.allclose(linear(x).detach(), dense(x.numpy()), atol=1e-5)
print("Linear", tuple(linear.weight.shape))
print("Dense", dense.kernel.shape, "same output:", same)

conv = torch.nn.Conv2d(2, 5, kernel_size=3)
conv2d = keras.layers.Conv2D(5, kernel_size=3)
conv2d.build((None, 8, 8, 2))
kernel = conv.weight.detach().permute(2, 3, 1, 0)
conv2d.set_weights([kernel, conv.bias.detach()])

images = torch.rand(1, 2, 8, 8)
y = conv(images).detach().permute(0, 2, 3, 1)
images = images.permute(0, 2, 3, 1).numpy()
same = np.allclose(y, conv2d(images), atol=1e-5)
print("Conv2d", tuple(conv.weight.shape))
print("Conv2D", conv2d.kernel.shape, "same output:", same)
