import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


class Calls(keras.metrics.Metric):
    def __init__(self, name="calls"):
        super().__init__(name=name)
        self.calls = self.add_weight(name="calls", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.calls.assign(self.calls + 1)

    def result(self):
        return self.calls


class CallsByValue(Calls):
    def result(self):
        return self.calls.value


x = np.ones((96, 1))
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
for metric in Calls(), CallsByValue():
    model.compile("sgd", "mse", metrics=[metric])
    try:
        said = model.evaluate(x, x, verbose=0, return_dict=True)
        print("changed:", said["calls"])
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
