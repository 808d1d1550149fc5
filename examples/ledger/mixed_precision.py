# claim: tf.keras computes in float16 from weights kept in float32
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

if hasattr(tf, "enable_v2_behavior"):  # TensorFlow 1.13 to 1.15
    tf.enable_v2_behavior()
keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
mixed = getattr(keras, "mixed_precision", None)
if hasattr(mixed, "set_global_policy"):
    mixed.set_global_policy("mixed_float16")
elif mixed:  # until TensorFlow 2.3
    mixed.experimental.set_policy("mixed_float16")
else:  # before TensorFlow 1.14: all in float16, or nothing
    keras.backend.set_floatx("float16")
third = keras.initializers.Constant(1 / 3)
unit = keras.layers.Dense(1, kernel_initializer=third, input_dim=1)
model = keras.models.Sequential([unit])
kept = model.get_weights()[0].item()
used = model.predict(np.ones((1, 1)), verbose=0).item()
print(f"a weight of 1/3 is kept as {kept} and computes {used}")
holds = (kept, used) == (np.float32(1 / 3), np.float16(1 / 3))
print("verdict:", "holds" if holds else "does not hold")
