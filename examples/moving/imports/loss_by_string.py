import numpy as np
import tensorflow as tf
from keras.losses import mean_squared_error

x, y = np.array([[1.0], [2.0]]), np.array([[4.0], [7.0]])
ways = {
    "string": "mean_squared_error",
    "class": tf.keras.losses.MeanSquaredError(),
    "function": mean_squared_error,
}
for way, loss in ways.items():
    dense = tf.keras.layers.Dense(1, kernel_initializer="ones")
    model = tf.keras.Sequential([tf.keras.Input((1,)), dense])
    model.compile(loss=loss)
    print(f"by {way}: loss {model.evaluate(x, y, verbose=0)}")
print("called by hand:", mean_squared_error(y, x).numpy())
