import os

os.environ["KERAS_BACKEND"] = "openvino"

import keras
import numpy as np

keras.utils.set_random_seed(0)
x, y = np.random.rand(8, 4).astype("float32"), np.ones((8, 3), "float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, "relu")])
model.compile(loss="mse", optimizer="sgd")

predicted, called = model.predict(x, verbose=0), keras.ops.convert_to_numpy(model(x))
print("predict ", predicted.shape, predicted.dtype)
# A CPU with bfloat16 units computes predict in bfloat16: two decimals are safe.
print("equal   ", np.allclose(predicted, called, atol=0.02))
try:
    model.fit(x, y, verbose=0)
except NotImplementedError as error:
    print("fit     ", type(error).__name__, "-", error)
