# claim: fit runs a model's Python less often than it trains batches
# section: 3.4
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
seen, batches = [], []


def python(x):
    seen.append(x)
    return x


layer = keras.layers.Lambda(python, input_shape=(1,))
model = keras.models.Sequential([layer, keras.layers.Dense(1)])
model.compile("sgd", "mse")
x = np.arange(30.0).reshape(30, 1)
count = keras.callbacks.LambdaCallback(
    on_batch_end=lambda batch, logs: batches.append(batch)
)
model.fit(x, x, batch_size=1, epochs=1, callbacks=[count], verbose=0)
print(f"in {len(batches)} batches the model's Python ran {len(seen)} times")
holds = 0 < len(seen) < len(batches) == 30
print("verdict:", "holds" if holds else "does not hold")
