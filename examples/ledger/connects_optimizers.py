# claim: A Keras model takes an optimizer as an object and by name
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
x = np.array([[1.0], [2.0]])
y = np.array([[3.0], [7.0]])
model = keras.models.Sequential([keras.layers.Dense(1, input_dim=1)])
start = [np.array([[2.0]]), np.array([0.5])]
error = 2 * x + 0.5 - y
slope = np.mean(2 * error * x)
same = []
for optimizer, rate in ((keras.optimizers.SGD(0.1), 0.1), ("sgd", 0.01)):
    model.set_weights(start)
    model.compile(optimizer, "mse")
    model.fit(x, y, epochs=1, verbose=0)
    by_fit, by_hand = model.get_weights()[0][0, 0], 2 - rate * slope
    print(f"a step of {rate}: {by_fit:.3f}, by hand {by_hand:.3f}")
    same.append(np.isclose(by_fit, by_hand))
print("verdict:", "holds" if all(same) else "does not hold")
