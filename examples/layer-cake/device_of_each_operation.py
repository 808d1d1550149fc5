import keras
import tensorflow as tf

hidden = keras.layers.Dense(2, activation="relu")
hidden.build((None, 3))


@tf.function
def cake(x):
    with tf.device("CPU:1"):
        return hidden(x)


traced = cake.get_concrete_function(tf.TensorSpec((None, 3)))
for operation in traced.graph.get_operations():
    shapes = [str(output.shape) for output in operation.outputs]
    device = operation.device or "not asked for"
    print(f"{operation.type:14} {device:13}", *shapes)
