import keras
import numpy as np

hidden = keras.layers.Dense(2, activation="relu")
score = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), hidden, score])
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])

model.summary(line_length=64)
print("hidden:", hidden(x).numpy().tolist())
print("answer:", model(x).numpy().ravel())
