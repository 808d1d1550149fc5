# claim: tf.keras.layers.experimental.preprocessing has layers
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
experimental = getattr(keras.layers, "experimental", None)
if not hasattr(experimental, "preprocessing"):
    moved = hasattr(keras.layers, "Normalization")
    print(f"there is no such module beside {keras.layers.Dense.__name__}")
    print(f"tf.keras.layers has Normalization: {moved}")
    print("verdict: does not hold")
    raise SystemExit
layer = experimental.preprocessing.Normalization()
layer.adapt(np.array([[1.0], [3.0]], "float32"))
scaled = round(layer(np.array([[5.0]], "float32")).numpy().item(), 4)
print(f"Normalization, adapted to 1 and 3, maps 5 to {scaled}")
print("verdict:", "holds" if scaled == 3 else "does not hold")
