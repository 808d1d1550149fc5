import keras
import numpy as np

first = keras.Input(batch_shape=(2, 5, 3))
layer = keras.layers.LSTM(4, stateful=True)
model = keras.Sequential([first, layer])
print("input:", model.input_shape)

x = np.ones((2, 5, 3))
before, after = model(x), model(x)
print("state kept:", not np.allclose(before, after))
