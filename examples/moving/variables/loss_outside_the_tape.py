import keras
import numpy as np
import tensorflow as tf

x, y = np.array([[1.0], [2.0]]), np.array([[2.0], [4.0]])
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
sgd = keras.optimizers.SGD(0.1)
with tf.GradientTape() as tape:
    answer = model(x)
loss = tf.reduce_mean((answer - y) ** 2)
gradients = tape.gradient(loss, model.trainable_variables)
print(gradients)
try:
    sgd.apply(gradients, model.trainable_variables)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
