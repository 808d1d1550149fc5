# claim: The operations that a tf.keras layer is made of can be listed
# section: 3.4
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
layer = keras.layers.Dense(3, activation="relu")
x = tf.constant([[1.0, -2.0]])
y = traced = layer(x)
if hasattr(tf, "function"):
    traced = tf.function(layer).get_concrete_function(x)
kinds = {operation.type for operation in traced.graph.get_operations()}
found = sorted(kinds & {"MatMul", "Relu"})
kernel, bias = layer.get_weights()
by_hand = tf.nn.relu(tf.matmul(x, kernel) + bias)
if not hasattr(y, "numpy"):  # TensorFlow 1 has built a graph
    y, by_hand = keras.backend.batch_get_value([y, by_hand])
same = np.allclose(y, by_hand)
print(f"operations of Dense: {' '.join(found)}")
print(f"the same numbers from tf.matmul and tf.nn.relu: {same}")
holds = same and found == ["MatMul", "Relu"]
print("verdict:", "holds" if holds else "does not hold")
