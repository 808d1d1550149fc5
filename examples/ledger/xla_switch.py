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


def trained(loss, **options):  # one step leads from any weight to 3
    layer = keras.layers.Dense(1, use_bias=False, input_shape=(1,))
    model = keras.models.Sequential([layer])
    model.compile(keras.optimizers.SGD(0.5), loss, **options)
    model.fit(np.array([[1.0]]), np.array([[3.0]]), verbose=0)
    return round(model.get_weights()[0].item(), 4)


holds = False
try:
    weight = trained("mse", jit_compile=True)
    print("trained with XLA:", weight)
    print("in Python without XLA:", trained(python, jit_compile=False))
    print("in Python with XLA:", trained(python, jit_compile=True))
except (TypeError, ValueError) as error:  # until TensorFlow 2.7
    if "jit_compile" not in str(error):
        raise
    print("trained:", trained("mse"), "and jit_compile is refused")
except tf.errors.InvalidArgumentError as error:
    if "PyFunc" not in str(error):
        raise
    print("in Python with XLA: refused")
    holds = weight == 3
print("verdict:", "holds" if holds else "does not hold")
