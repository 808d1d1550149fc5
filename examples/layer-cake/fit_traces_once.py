import keras
import numpy as np


class Counted(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.runs = self.add_weight(initializer="zeros", trainable=False)

    def call(self, x):
        global traces
        traces += 1  # Python runs only while the graph is traced
        self.runs.assign_add(1.0)  # an operation in the graph runs at each step
        return super().call(x)


x, y = np.ones((40, 3), "float32"), np.ones((40, 1), "float32")
for eager in False, True:
    model = keras.Sequential([keras.Input((3,)), Counted(1)])
    model.compile("sgd", "mse", run_eagerly=eager)
    traces, before = 0, model.layers[0].runs.numpy()
    model.fit(x, y, batch_size=4, epochs=3, verbose=0)
    steps = int(model.layers[0].runs.numpy() - before)
    print(f"run_eagerly={eager!s:5}  steps: {steps}  Python calls: {traces}")
