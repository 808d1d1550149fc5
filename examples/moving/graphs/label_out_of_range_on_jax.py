import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np

x, labels = np.eye(3), np.array([1, 2, 3])  # of three classes
softmax = keras.layers.Dense(3, "softmax", kernel_initializer="zeros")
model = keras.Sequential([softmax])
model.compile("sgd", "sparse_categorical_crossentropy")
for rows in 2, 3:
    loss = model.evaluate(x[:rows], labels[:rows], verbose=0)
    print(f"labels {labels[:rows]}: loss {loss:.4f}")
