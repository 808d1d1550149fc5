import keras
import tensorflow as tf


class Plain(keras.layers.Layer):
    def call(self, a):
        root = a
        while abs(root * root - a) > 5e-3:
            root = (root + a / root) / 2
        return root


class Decorated(Plain):
    @tf.function
    def call(self, a):
        return super().call(a)


for layer in Plain(), Decorated():
    name = type(layer).__name__
    print(f"{name} in Python: {layer(tf.constant(2.0)):.4f}")
    try:
        in_graph = tf.function(layer)(tf.constant(2.0))
        print(f"{name} in a graph: {in_graph:.4f}")
    except tf.errors.OperatorNotAllowedInGraphError as error:
        print(f"{name} in a graph:", type(error).__name__)
