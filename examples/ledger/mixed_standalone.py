# claim: keras computes in float16 from weights kept in float32
# section: 3.2
import keras

if keras.backend.backend() != "tensorflow":
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

home = getattr(tf, "keras", keras)
if home.layers.Dense is not keras.layers.Dense:
    home = keras
mixed = getattr(home, "mixed_precision", None)
mixed = getattr(mixed, "experimental", mixed)  # until TensorFlow 2.3
mixed = getattr(mixed, "policy", mixed)  # beside TensorFlow 2.5
if not mixed:  # all in float16, or nothing
    keras.backend.set_floatx("float16")
policy = mixed and mixed.Policy("mixed_float16")
unit = keras.layers.Dense(1, dtype=policy, input_dim=1)
model = keras.models.Sequential([unit])
model.set_weights([np.array([[1 / 3]]), np.zeros(1)])
kept = model.get_weights()[0].item()
used = model.predict(np.ones((1, 1)), verbose=0).item()
print(f"a weight of 1/3 is kept as {kept} and computes {used}")
holds = (kept, used) == (np.float32(1 / 3), np.float16(1 / 3))
print("verdict:", "holds" if holds else "does not hold")
