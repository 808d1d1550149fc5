import keras
import numpy as np

inputs = keras.Input((2,))
either = keras.ops.where(inputs > 0, inputs, -inputs)
total = keras.ops.sum(inputs, axis=1)
model = keras.Model(inputs, [either, total])

x = np.array([[1.0, -2.0], [-3.0, 5.0]])
absolute, total = model.predict(x, verbose=0)
print("absolute:", *absolute)
print("sum:     ", total)
