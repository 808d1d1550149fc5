# claim: The layer by hand and by Keras compute the same numbers
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
x = np.array([[1, -2, 3, 0.5]], "float32")
W = np.arange(12, dtype="float32").reshape(4, 3) / 10
b = np.array([0.5, -9, 0], "float32")
dense = keras.layers.Dense(3, activation="relu", input_shape=(4,))
model = keras.models.Sequential([dense])
model.set_weights([W, b])
by_keras = model.predict(x, verbose=0)
by_hand = tf.nn.relu(tf.matmul(x, W) + b)
if hasattr(tf, "Session"):  # TensorFlow 1 has only built a graph
    session = tf.Session()
    by_hand = session.run(by_hand)
else:
    by_hand = by_hand.numpy()
print(f"by hand {by_hand.round(2)}, by Keras {by_keras.round(2)}")
same = np.allclose(by_hand, by_keras)
print("verdict:", "holds" if same else "does not hold")
