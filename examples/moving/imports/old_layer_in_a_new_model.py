import re

import keras
import tf_keras

old = tf_keras.layers.Dense(1)
try:
    keras.Sequential([keras.Input((2,)), old])
except ValueError as error:
    words = re.sub(r" at 0x\w+", "", str(error))  # no address
    print(f"{type(error).__name__}: {words}")
