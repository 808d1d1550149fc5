# claim: tf.keras runs in tf.function, under XLA and in mixed precision
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

if hasattr(tf, "enable_v2_behavior"):  # TensorFlow 1.13 to 1.15
    tf.enable_v2_behavior()
keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
mixed = getattr(keras, "mixed_precision", None)
mixed = getattr(mixed, "experimental", mixed)  # until TensorFlow 2.3
policy = mixed.Policy("mixed_float16") if mixed else None
layer = keras.layers.Dense(1, dtype=policy, kernel_initializer="ones")
x = tf.constant([[-1 / 3]])
kinds = layer(x).dtype.name, layer.get_weights()[0].dtype.name
print("Dense computes in {}, its weights are {}".format(*kinds))
holds = kinds == ("float16", "float32")
if holds:
    xla = tf.function(lambda f: tf.xla.experimental.compile(f, [x])[0])
    py = tf.function(lambda x: tf.py_function(abs, [layer(x)], "half"))
    numbers = xla(layer).numpy().item(), py(x).numpy().item()
    print("under XLA {}, through Python's abs {}".format(*numbers))
    holds = numbers == (-0.333251953125, 0.333251953125)
    try:
        xla(py)
        holds = False  # this was no XLA
    except tf.errors.InvalidArgumentError as error:
        if "PyFunc" not in str(error):
            raise
        print("XLA refuses Python's abs")
print("verdict:", "holds" if holds else "does not hold")
