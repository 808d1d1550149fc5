import keras
import numpy as np

inputs = keras.Input((3,))
model = keras.Model(inputs, keras.ops.exp(inputs))

x = np.array([[0.0, 1.0, 2.0]])
print("by keras.ops:", model.predict(x, verbose=0).round(4))
print("by NumPy:    ", np.exp(x).round(4))
