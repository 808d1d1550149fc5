import keras
import numpy as np

calls = []


class Counted(keras.layers.Dense):
    def call(self, x):
        calls.append(x)  # Python, not an operation of the graph
        return super().call(x)


x = np.linspace(-1, 1, 40).reshape(40, 1)
for eager in False, True:
    counted = Counted(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((1,)), counted])
    model.compile("sgd", "mse", run_eagerly=eager)
    calls.clear()
    options = {"batch_size": 4, "epochs": 3, "shuffle": False}
    model.fit(x, 3 * x, **options, verbose=0)
    steps = int(model.optimizer.iterations)
    kernel = counted.kernel.numpy().item()
    print(f"run_eagerly={eager}: {steps} steps,", end=" ")
    print(f"Python calls: {len(calls)}, kernel {kernel:.4f}")
