# claim: XLA compiles a layer of keras in a tf.function
# section: 3.2
import keras

if keras.backend.backend() != "tensorflow":
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

if not hasattr(tf, "function"):  # before TensorFlow 1.14
    print(f"{tf.Session.__name__} is there, tf.function is not")
    print("verdict: does not hold")
    raise SystemExit
if hasattr(tf, "enable_v2_behavior"):  # TensorFlow 1
    tf.enable_v2_behavior()
layer = keras.layers.Dense(1, kernel_initializer="ones")
layer.build((1, 1))
x = tf.constant([[-2.0]])
xla = tf.function(lambda f: tf.xla.experimental.compile(f, [x])[0])
y = xla(layer).numpy().item()
try:
    xla(lambda x: tf.py_function(abs, [layer(x)], tf.float32))
    refused = False  # this was no XLA
except tf.errors.InvalidArgumentError as error:
    if "PyFunc" not in str(error):
        raise
    refused = True
print(f"Dense under XLA: {y} of -2.0, Python's abs is refused: {refused}")
print("verdict:", "holds" if refused and y == -2 else "does not hold")
