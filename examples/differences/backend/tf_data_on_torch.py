# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import tensorflow as tf

x = [[0.0], [1.0], [2.0], [3.0]]
y = [[0.0], [2.0], [4.0], [6.0]]
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(2)

dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([dense])
model.compile(optimizer="sgd", loss="mse")
history = model.fit(dataset, epochs=2, verbose=0).history
print("backend", keras.backend.backend())
print("losses", [round(loss, 3) for loss in history["loss"]])
