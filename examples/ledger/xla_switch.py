# claim: compile(jit_compile=True) trains a tf.keras model with XLA
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras


def python(true, predicted):  # a loss that XLA cannot compile
    tf.py_function(abs, [true], tf.float32)
    return (true - predicted) ** 2


def trained(loss, xla):  # one step leads from any weights to 3
    model = keras.models.Sequential([keras.layers.Dense(1, input_dim=1)])
    model.compile(keras.optimizers.SGD(0.25), loss, jit_compile=xla)
    model.fit(np.ones((1, 1)), 3 * np.ones((1, 1)), verbose=0)
    return round(model.predict(np.ones((1, 1)), verbose=0).item(), 4)


got = []
try:
    for loss, xla in ("mse", True), (python, False), (python, True):
        got.append(trained(loss, xla))
except (TypeError, ValueError, tf.errors.InvalidArgumentError) as error:
    got.append("XLA" if got else "jit_compile")
    if got[-1] not in str(error):
        raise
print("mse with XLA, Python without, with (or what is refused):", *got)
print("verdict:", "holds" if got == [3, 3, "XLA"] else "does not hold")
