import keras
import numpy as np

labels = np.array([[1.0], [1.0], [1.0], [0.0]])
scores = np.array([[0.3], [0.4], [0.2], [-1.0]])  # all right

for threshold in [0.5, 0.0]:
    accuracy = keras.metrics.BinaryAccuracy(threshold=threshold)
    accuracy.update_state(labels, scores)
    print("threshold", threshold, "accuracy", float(accuracy.result()))
