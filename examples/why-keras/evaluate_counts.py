import keras
import numpy as np

labels = np.array([1, 0, 1, 0, 0, 1])
scores = np.array([0.9, 0.55, 0.7, 0.8, 0.7, 0.65])

model = keras.Sequential([keras.Input((1,)), keras.layers.Identity()])
accuracy = keras.metrics.BinaryAccuracy(threshold=0.6)
model.compile(loss="mse", metrics=[accuracy])

for n in 6, 4:
    x, y = scores[:n], labels[:n]
    loss, counted = model.evaluate(x, y, batch_size=4, verbose=0)
    print(f"{n} scores: accuracy {counted:.4f}, loss {loss:.4f}")
