# claim: Adam().lr is the learning rate
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
optimizer = keras.optimizers.Adam(0.25)
if hasattr(optimizer, "lr"):
    rate = float(keras.backend.get_value(optimizer.lr))
    print(f"Adam(0.25).lr is {rate}")
    holds = rate == 0.25
else:
    rate = float(optimizer.learning_rate.numpy())
    print(f"Adam(0.25) has no lr; its learning_rate is {rate}")
    holds = False
print("verdict:", "holds" if holds else "does not hold")
