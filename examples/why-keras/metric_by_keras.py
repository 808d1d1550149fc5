import keras

batches = [
    ([1, 0, 1, 0], [0.9, 0.55, 0.7, 0.8]),
    ([0, 1], [0.7, 0.65]),
]

accuracy = keras.metrics.BinaryAccuracy(threshold=0.6)

for labels, scores in batches:
    accuracy.update_state(labels, scores)
    print(f"accuracy so far: {float(accuracy.result()):.4f}")
