import os

os.environ["KERAS_BACKEND"] = "openvino"
os.environ["CI"] = "true"  # OpenVINO then sends no usage data

import keras
import numpy as np

x = np.ones((2, 4))
dense = keras.layers.Dense(3, "relu")
model = keras.Sequential([keras.Input((4,)), dense])
# Whole numbers so small are exact in bfloat16, too.
model.set_weights([np.arange(12.0).reshape(4, 3), np.zeros(3)])

print("predict ", *model.predict(x, verbose=0))
print("call    ", *keras.ops.convert_to_numpy(model(x)))
try:
    model.fit(x, x)
except NotImplementedError as error:
    print("fit     ", type(error).__name__, "-", error)
