import os

os.environ["KERAS_BACKEND"] = "openvino"

import keras
import numpy as np

x = np.ones((2, 4))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, "relu")])
# A CPU with bfloat16 units computes predict in bfloat16: it holds 18, 22 and 26.
model.set_weights([np.arange(12.0).reshape(4, 3), np.zeros(3)])

print("predict ", *model.predict(x, verbose=0))
print("call    ", *keras.ops.convert_to_numpy(model(x)))
try:
    model.fit(x, x)
except NotImplementedError as error:
    print("fit     ", type(error).__name__, "-", error)
