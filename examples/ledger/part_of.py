# claim: TensorFlow has Keras at tf.keras
# section: 3.1
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

name = "tf.keras" if hasattr(tf, "keras") else "tf.contrib.keras"
keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
units = keras.layers.Dense(3).units
print(f"{name}.layers.Dense(3) has {units} units")
holds = name == "tf.keras" and units == 3
print("verdict:", "holds" if holds else "does not hold")
