import os

os.environ["KERAS_BACKEND"] = "jax"

import numpy as np
import tensorflow as tf

dense = tf.keras.layers.Dense(3, "relu")
model = tf.keras.Sequential([tf.keras.Input((4,)), dense])
model.set_weights([np.arange(12.0).reshape(4, 3) / 7, np.zeros(3)])

answer = model(np.ones((1, 4), "float32"))
print("backend     ", tf.keras.config.backend())
print("tensor from ", type(answer).__module__.split(".")[0])
print("tf.Tensor?  ", tf.is_tensor(answer))
print("model(x)    ", np.asarray(answer).round(4))

model.compile("sgd", "mse")
x, y = np.ones((8, 4)), np.ones((8, 3))
losses = model.fit(x, y, epochs=2, verbose=0).history["loss"]
print("fit, losses ", np.round(losses, 4))
