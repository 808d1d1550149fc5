# claim: A Keras model takes a loss as an object and by name
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
if hasattr(keras.losses, "MeanSquaredError"):
    loss = keras.losses.MeanSquaredError()
else:  # the first releases have a function and no class
    loss = keras.losses.mean_squared_error
x = np.array([[1.0], [2.0]])
y = np.array([[3.0], [7.0]])
model = keras.models.Sequential([keras.layers.Dense(1, input_dim=1)])
model.set_weights([np.array([[2.0]]), np.array([0.5])])
seen = [np.mean((2 * x + 0.5 - y) ** 2)]
for each in (loss, "mean_squared_error"):
    model.compile("sgd", each)
    seen.append(model.evaluate(x, y, verbose=0))
print("mean squared error by hand, by the object, by its name:")
print("{:.3f} {:.3f} {:.3f}".format(*seen))
same = np.allclose(seen, seen[0])
print("verdict:", "holds" if same else "does not hold")
