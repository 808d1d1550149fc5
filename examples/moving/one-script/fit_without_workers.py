import keras
import numpy as np

x = np.ones((4, 1))
layer = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((1,)), layer])
model.set_weights([np.zeros((1, 1))])
model.compile("sgd", "mse")
try:
    model.fit(x, x, verbose=0, workers=1)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

run = model.fit(x, x, verbose=0)
print("changed: loss", run.history["loss"])
