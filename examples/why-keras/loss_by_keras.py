import keras
import numpy as np

labels = np.array([0, 2, 2])
logits = np.array([[4.0, 1.0, 0.0], [0.5, 0.5, 2.0], [1.0, 3.0, -1.0]])

entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
loss = entropy(labels, logits)

print("cross-entropy:", round(float(loss), 5))
