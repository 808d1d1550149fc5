# claim: tf.keras.optimizers.legacy has Adam
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
if not hasattr(keras.optimizers, "legacy"):
    print(f"{keras.optimizers.Adam.__name__} is there, legacy is not")
    print("verdict: does not hold")
    raise SystemExit
try:
    adam = keras.optimizers.legacy.Adam(0.25)
except ImportError as error:
    if "is not supported in Keras 3" not in str(error):
        raise
    print(str(error).split(". ")[0])
    print("verdict: does not hold")
    raise SystemExit from None
weight = tf.Variable(1.0)
adam.apply_gradients([(tf.constant(2.0), weight)])
after = round(float(weight.numpy()), 4)
print(f"a step of legacy.Adam(0.25) leads from 1.0 to {after}")
print("verdict:", "holds" if after == 0.75 else "does not hold")
