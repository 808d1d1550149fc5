import keras
import numpy as np

inputs = keras.Input((3,))
outputs = keras.ops.mean(inputs, axis=1)
model = keras.Model(inputs, outputs)

x = np.array([[1.0, 2.0, 6.0], [0.0, 0.0, 3.0]])
print("by keras.ops:", model.predict(x, verbose=0))
print("by NumPy:    ", x.mean(axis=1))
