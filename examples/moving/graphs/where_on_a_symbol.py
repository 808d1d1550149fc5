import keras
import numpy as np

inputs = keras.Input((2,))
either = keras.ops.where(inputs > 0, inputs, -inputs)
first, second = keras.ops.unstack(inputs, axis=1)
model = keras.Model(inputs, [either, first + second])

x = np.array([[1.0, -2.0], [-3.0, 5.0]])
absolute, total = model.predict(x, verbose=0)
print("absolute:", *absolute)
print("sum:     ", total)
