import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


class Average(keras.metrics.Metric):
    def __init__(self, name="average"):
        super().__init__(name=name)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign(self.total + keras.ops.sum(y_true))
        self.count.assign(self.count + len(y_true))

    def result(self):
        return self.total / self.count


x = np.array([[1.0], [2.0], [6.0]])
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse", metrics=[Average()])
said = model.evaluate(x, x, verbose=0, return_dict=True)
print("total / count:", said["average"])
