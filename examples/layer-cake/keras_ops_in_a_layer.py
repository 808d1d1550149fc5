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
    graph = tf.function(layer).get_concrete_function(x).graph
    ops = [op.type for op in graph.get_operations()]
    print(f"{type(layer).__name__:12}", layer(x).numpy().round(4), ops)

symbol = keras.Input((3,))
print("keras.ops on a symbol:", keras.ops.softplus(symbol).shape)
try:
    tf.nn.softplus(symbol)
except ValueError as error:
    print("tf on a symbol:", str(error).split(". ")[0])
