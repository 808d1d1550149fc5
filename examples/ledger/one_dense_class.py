# claim: tf.keras and keras share one Dense class
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import keras
import tensorflow as tf

name = "tf.keras" if hasattr(tf, "keras") else "tf.contrib.keras"
ours = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
Dense, Other = ours.layers.Dense, keras.layers.Dense
print(f"{name}.layers.Dense is from {Dense.__module__.split('.')[0]}")
print(f"keras.layers.Dense is from {Other.__module__.split('.')[0]}")
print(f"one class: {Dense is Other}")
print("verdict:", "holds" if Dense is Other else "does not hold")
