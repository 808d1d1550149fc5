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
    print(f"{operation.type:14}", operation.device or "not asked for")
