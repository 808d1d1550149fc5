import keras
import numpy as np

labels = np.array([[1.0], [0.0], [1.0]])
scores = np.array([[2.0], [3.0], [-1.0]])  # Dense(1), no activation

Loss = keras.losses.BinaryCrossentropy
forgotten = Loss()(labels, scores)
given = Loss(from_logits=True)(labels, scores)
by_sigmoid = Loss()(labels, keras.ops.sigmoid(scores))
print(f"from_logits forgotten: {float(forgotten):.4f}")
print(f"from_logits=True:      {float(given):.4f}")
print(f"sigmoid in the model:  {float(by_sigmoid):.4f}")
