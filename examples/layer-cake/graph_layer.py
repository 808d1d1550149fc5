import keras
import numpy as np
import tensorflow as tf

hidden = keras.layers.Dense(2, activation="relu")
score = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), hidden, score])
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])

traced = tf.function(model).get_concrete_function(x)
for operation in traced.graph.get_operations():
    values = [f"{v.dtype.name} {v.shape}" for v in operation.outputs]
    print(f"{operation.type:14}", *values or ["no value"])

print("answer:", traced(x).numpy().ravel())
