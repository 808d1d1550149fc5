import keras
import tensorflow as tf


class SquareRoot(keras.layers.Layer):
    def call(self, a):
        return keras.ops.while_loop(
            lambda root, steps: abs(root * root - a) > 1e-4,
            lambda root, steps: ((root + a / root) / 2, steps + 1),
            (a, 0),
        )


class PythonWhile(keras.layers.Layer):
    def call(self, a):
        root = a
        while abs(root * root - a) > 1e-4:
            root = (root + a / root) / 2
        return root


for a in 2.0, 900.0:
    root, steps = tf.function(SquareRoot())(tf.constant(a))
    print(f"root of {a:5} is {root:7.4f} after {steps} steps")
print(f"Python while, eager: {PythonWhile()(tf.constant(2.0)):.4f}")
try:
    tf.function(PythonWhile())(tf.constant(2.0))
except tf.errors.OperatorNotAllowedInGraphError as error:
    print("Python while, in the graph:", type(error).__name__)
