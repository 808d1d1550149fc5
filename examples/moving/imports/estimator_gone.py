import keras
import numpy as np
import tensorflow as tf

try:
    print(tf.estimator.LinearRegressor)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")

x = np.tile([[1.0], [2.0], [3.0]], (100, 1))
y = 2 * x + 1
unit = keras.layers.Dense(1, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), unit])
model.compile(keras.optimizers.SGD(0.1), "mse")
model.fit(x, y, batch_size=3, epochs=2, shuffle=False, verbose=0)
slope, offset = model.get_weights()
print(f"slope {slope.item():.4f}, offset {offset.item():.4f}")
