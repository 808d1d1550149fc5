import keras
import numpy as np


class Net(keras.Model):
    def call(self, x):
        return self.parts[0](x)


class FilledLater(Net):
    def __init__(self):
        super().__init__()
        self.parts = [None]
        self.parts[0] = keras.layers.Dense(1, kernel_initializer="ones")


class FilledFirst(Net):
    def __init__(self):
        super().__init__()
        parts = [None]
        parts[0] = keras.layers.Dense(1, kernel_initializer="ones")
        self.parts = parts


x = np.array([[1.0], [2.0]])
for net in FilledLater(), FilledFirst():
    net.compile(keras.optimizers.SGD(0.1), "mse")
    loss = net.fit(x, 3 * x, epochs=20, verbose=0).history["loss"]
    print(type(net).__name__, len(net.trainable_weights), "weights")
    print(f"loss {loss[0]:.2f} to {loss[-1]:.2f}")
