import os

os.environ["KERAS_BACKEND"] = "jax"  # before the import

import keras

total = keras.ops.sum(keras.ops.arange(4))
print("variable:", os.environ["KERAS_BACKEND"])
print("backend: ", keras.config.backend())
print(int(total), "computed by", type(total).__module__.split(".")[0])
