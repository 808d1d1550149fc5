import keras
import numpy as np


class Size(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.size = keras.metrics.Mean(name="size")

    def call(self, x):
        self.size.update_state(keras.ops.mean(keras.ops.abs(x)))
        return x


dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((2,)), Size(), dense])
model.compile("sgd", "mse")
x, y = np.array([[1.0, -3.0], [5.0, 7.0]]), np.array([[-2.0], [12.0]])
print(model.evaluate(x, y, batch_size=1, verbose=0, return_dict=True))
print("metrics of the model:", [m.name for m in model.metrics])
