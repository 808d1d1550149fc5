import keras

batches = [
    ([1, 0, 1, 1], [0.9, 0.2, 0.4, 0.8]),
    ([0, 1], [0.7, 0.6]),
]

accuracy = keras.metrics.BinaryAccuracy(threshold=0.5)

for labels, scores in batches:
    accuracy.update_state(labels, scores)
    print(f"accuracy so far: {float(accuracy.result()):.4f}")
