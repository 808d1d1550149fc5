import keras
import numpy as np


def batches():
    while True:
        yield np.ones((2, 1)), np.array([[1.0], [3.0]])


start = keras.layers.Dense(1, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), start])
model.compile("sgd", loss="mse")
for method in ("fit_generator", "evaluate_generator"):
    try:
        print(getattr(model, method))
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")

steps = {"steps_per_epoch": 3, "epochs": 2, "verbose": 0}
losses = model.fit(batches(), **steps).history["loss"]
print("fit:", np.round(losses, 3))
loss = model.evaluate(batches(), steps=3, verbose=0)
print(f"evaluate: {loss:.3f}")
