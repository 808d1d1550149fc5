import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential(
    [keras.Input((3,)), keras.layers.Dense(2, "relu"), keras.layers.Dense(1)]
)
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])

concrete = tf.function(model).get_concrete_function(tf.TensorSpec((2, 3)))
for op in concrete.graph.get_operations():
    values = [f"{value.dtype.name} {value.shape}" for value in op.outputs]
    print(f"{op.type:14}", *values or ["no value"])

print("answer:", concrete(x).numpy().ravel())
