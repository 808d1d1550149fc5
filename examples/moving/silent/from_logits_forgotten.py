import keras
import numpy as np

labels = np.array([[1.0], [0.0]])
right = np.array([[2.0], [-1.0]])  # Dense(1), no activation
wrong = np.array([[-1.0], [2.0]])

Loss = keras.losses.BinaryCrossentropy
for name, scores in ("right", right), ("wrong", wrong):
    forgotten = Loss()(labels, scores)
    given = Loss(from_logits=True)(labels, scores)
    by_sigmoid = Loss()(labels, keras.ops.sigmoid(scores))
    print(f"{name} scores, forgotten: {float(forgotten):.4f}", end=", ")
    print(f"from_logits=True: {float(given):.4f}", end=", ")
    print(f"sigmoid: {float(by_sigmoid):.4f}")
