# claim: A layer takes input_shape without a warning
# section: 3.3
import warnings
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    dense = keras.layers.Dense(2, input_shape=(3,))
words = "Do not pass an `input_shape`"
warned = any(words in str(one.message) for one in caught)
kernel, bias = keras.models.Sequential([dense]).get_weights()
print("a kernel of shape", kernel.shape)
print("a warning:", words if warned else "none")
fits = kernel.shape == (3, 2)
print("verdict:", "holds" if fits and not warned else "does not hold")
