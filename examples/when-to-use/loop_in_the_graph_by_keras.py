import keras
import tensorflow as tf


class SquareRoot(keras.layers.Layer):
    def call(self, a):
        return keras.ops.while_loop(
            lambda root, steps: abs(root * root - a) > 1e-6 * a,
            lambda root, steps: ((root + a / root) / 2, steps + 1),
            (a, 0),
        )


for a in 2.0, 900.0:
    root, steps = tf.function(SquareRoot())(tf.constant(a))
    print(f"root of {a:5} is {root:7.4f} after {steps} steps")
