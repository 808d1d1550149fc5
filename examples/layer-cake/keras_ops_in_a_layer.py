import keras
import tensorflow as tf


class ByTensorFlow(keras.layers.Layer):
    def call(self, x):
        return tf.nn.softplus(x) - tf.math.log(2.0)


class ByKeras(keras.layers.Layer):
    def call(self, x):
        return keras.ops.softplus(x) - keras.ops.log(2.0)


x = tf.constant([[-1.0, 0.0, 1.0]])
for layer in ByTensorFlow(), ByKeras():
    traced = tf.function(layer).get_concrete_function(x)
    print(type(layer).__name__, traced(x).numpy().round(4))
    print("  ", *[op.type for op in traced.graph.get_operations()])

symbol = keras.Input((3,))
print("keras.ops on a symbol:", keras.ops.softplus(symbol).shape)
try:
    tf.nn.softplus(symbol)
except ValueError as error:
    print("tf on a symbol:", str(error).split(" as input")[0])
