# /// script
# dependencies = ["torch"]
# ///
import keras
import numpy as np
import torch

linear = torch.nn.Linear(4, 3)
arrays = {name: w.numpy() for name, w in linear.state_dict().items()}

dense = keras.layers.Dense(3)
dense.build((None, 4))
dense.set_weights([arrays["weight"].T, arrays["bias"]])

x = np.random.rand(1, 4).astype("float32")
y = linear(torch.tensor(x)).detach()
print("PyTorch", arrays["weight"].shape, "Keras", dense.kernel.shape)
print("the same output:", np.allclose(y, dense(x), atol=1e-5))
