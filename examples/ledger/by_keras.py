# claim: The chapter's Sequential listing computes relu(xW + b)
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

try:
    from tensorflow.keras import layers
except ImportError as error:
    if str(error) != "No module named 'tensorflow.keras'":
        raise
    print(f"{error}, but there is {tf.contrib.keras.__name__}")
    print("verdict: does not hold")
    raise SystemExit from None
model = tf.keras.Sequential([layers.Dense(64, activation="relu", input_shape=(784,))])
W, b = model.get_weights()
b += np.linspace(-1, 1, 64)
model.set_weights([W, b])
x = np.linspace(-1, 1, 784).reshape(1, 784)
y = model.predict(x, verbose=0)
same = np.allclose(y, np.maximum(x @ W + b, 0), atol=1e-4)
print(f"predict gives shape {y.shape} and relu(xW + b): {same}")
print("verdict:", "holds" if same else "does not hold")
