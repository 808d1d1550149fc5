import keras
import numpy as np


class Counted(keras.layers.Dense):
    calls = 0

    def call(self, x):
        Counted.calls += 1  # Python, not an operation of the graph
        return super().call(x)


x = np.linspace(-1, 1, 40).reshape(40, 1)
for eager in False, True:
    model = keras.Sequential([keras.Input((1,)), Counted(1)])
    model.compile("sgd", "mse", run_eagerly=eager)
    Counted.calls = 0
    model.fit(x, 3 * x, batch_size=4, epochs=3, verbose=0)
    steps = int(model.optimizer.iterations)
    print(f"run_eagerly={eager}: {steps} steps,", end=" ")
    print("Python calls:", Counted.calls)
