# claim: tf.keras.losses.mean_squared_error computes the loss
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
there = hasattr(keras.losses, "mean_squared_error")
name = "mean_squared_error" if there else "MSE"
true, predicted = tf.constant([1.0, 2.0]), tf.constant([3.0, 5.0])
loss = getattr(keras.losses, name)(true, predicted)
if not hasattr(loss, "numpy"):  # TensorFlow 1 has built a graph
    loss = tf.Session().run(loss)
print(f"mean_squared_error there: {there}")
print(f"losses.{name}([1, 2], [3, 5]) is {float(loss)}")
expected = np.mean([(1 - 3) ** 2, (2 - 5) ** 2])
holds = there and float(loss) == expected
print("verdict:", "holds" if holds else "does not hold")
