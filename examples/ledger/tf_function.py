# claim: tf.function runs a tf.keras layer, traced once for two batches
# section: 3.4
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
function = getattr(tf, "function", None)
if hasattr(tf, "enable_eager_execution"):  # TensorFlow 1.7 to 1.15
    tf.enable_eager_execution()
    function = function or tf.contrib.eager.defun
layer = keras.layers.Dense(2, activation="relu")
if not function:
    print(f"Dense({layer.units}) is there, tf.function is not")
    print("verdict: does not hold")
    raise SystemExit
traces = []


@function
def compiled(x):
    traces.append(1)
    return layer(x)


batches = tf.constant([[1.0, -2.0]]), tf.constant([[-3.0, 4.0]])
same = all(np.allclose(layer(x), compiled(x)) for x in batches)
print(f"{len(traces)} trace for 2 batches, the same numbers: {same}")
print("verdict:", "holds" if same and traces == [1] else "does not hold")
