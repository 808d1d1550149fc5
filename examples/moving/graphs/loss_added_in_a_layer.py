import keras
import numpy as np


class Small(keras.layers.Layer):
    def call(self, x):
        self.add_loss(keras.ops.mean(x**2))
        return x


inputs = keras.Input((2,))
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Model(inputs, Small()(dense(inputs)))
model.compile(keras.optimizers.SGD(0.1), "mse")
x, y = np.array([[1.0, 2.0]]), np.array([[3.0]])
print("error:", float((model(x)[0, 0] - y[0, 0]) ** 2))
print("loss added by the layer:", float(model.losses[0]))
history = model.fit(x, y, verbose=0).history
print("loss that fit reports:", history["loss"][0])
