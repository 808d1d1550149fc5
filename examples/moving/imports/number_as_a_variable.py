import os

for value in 1, "1":
    try:
        os.environ["TF_USE_LEGACY_KERAS"] = value
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")

import tensorflow as tf

print("set to", os.environ["TF_USE_LEGACY_KERAS"])
print("tf.keras:", tf.keras.layers.Dense.__module__)
