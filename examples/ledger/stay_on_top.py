# claim: fit runs a model's Python less often than it trains batches
# section: 3.4
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

if hasattr(tf, "enable_v2_behavior"):  # TensorFlow 1.13 to 1.15
    tf.enable_v2_behavior()
keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
data = np.arange(30.0).reshape(30, 1)


def calls(**options):
    seen = []

    def python(x):
        seen.append(x)
        return x

    layer = keras.layers.Lambda(python, input_shape=(1,))
    model = keras.models.Sequential([layer, keras.layers.Dense(1)])
    model.compile("sgd", "mse", **options)
    model.fit(data, data, batch_size=1, verbose=0)
    return len(seen)


usual = calls()
print(f"the model's Python ran {usual} times in 30 batches")
holds = 0 < usual < 30
if hasattr(tf, "function"):  # TensorFlow 1.14
    eager = calls(run_eagerly=True)
    print(f"with run_eagerly=True {eager} times")
    holds = holds and eager >= 30
print("verdict:", "holds" if holds else "does not hold")
