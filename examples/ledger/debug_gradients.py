# claim: GradientTape shows the gradients of a tf.keras layer
# section: 3.5
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
if not hasattr(tf, "GradientTape"):
    print(f"no tf.GradientTape yet, only tf.{tf.gradients.__name__}")
    print("verdict: does not hold")
    raise SystemExit
if hasattr(tf, "enable_eager_execution"):  # TensorFlow 1
    tf.enable_eager_execution()
x = np.array([[1, -2, 3], [0.5, 4, -1]], "float32")
layer = keras.layers.Dense(1, kernel_initializer="ones")
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(layer(tf.constant(x)) ** 2)
by_tape = tape.gradient(loss, layer.weights)[0].numpy()
W = layer.get_weights()[0]
by_hand = 2 * x.T @ (x @ W)
print("by tape", by_tape.ravel(), "by hand", by_hand.ravel())
same = np.allclose(by_tape, by_hand)
print("verdict:", "holds" if same else "does not hold")
