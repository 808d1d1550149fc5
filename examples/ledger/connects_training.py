# claim: A Keras model learns a line with fit, and evaluate shows it
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
x = np.linspace(-1, 1, 8).reshape(8, 1)
y = 3 * x - 2
model = keras.models.Sequential([keras.layers.Dense(1, input_dim=1)])
model.set_weights([np.array([[1.0]]), np.array([0.5])])
model.compile(keras.optimizers.SGD(0.5), "mse")
before = model.evaluate(x, y, verbose=0)
model.fit(x, y, epochs=30, verbose=0)
after = model.evaluate(x, y, verbose=0)
slope, offset = (float(each.ravel()[0]) for each in model.get_weights())
print(f"evaluate: {before:.3f} before fit, {after:.3f} after it")
print(f"learnt {slope:.3f} x + {offset:.3f}, true is 3 x + -2")
learnt = np.allclose([slope, offset], [3, -2], atol=0.001)
holds = learnt and after < before / 10
print("verdict:", "holds" if holds else "does not hold")
