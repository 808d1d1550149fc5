import re

import keras
import tf_keras

model = tf_keras.Sequential([tf_keras.layers.Dense(1)])
try:
    model.compile(keras.optimizers.Adam(0.1), "mse")
except ValueError as error:
    words = re.sub(r" at 0x\w+", "", str(error))  # no address
    print(f"{type(error).__name__}: {words}")
