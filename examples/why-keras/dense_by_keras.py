import keras
import numpy as np

rng = np.random.default_rng(0)
pixels = rng.random((2, 784), dtype="float32")
kernel = rng.normal(0, 0.05, (784, 64)).astype("float32")
bias = rng.normal(0, 0.5, 64).astype("float32")

dense = keras.layers.Dense(64, activation="relu")
print("weights before the first call:", len(dense.weights))
dense(pixels)
print("weights after it:", *[w.shape for w in dense.weights])

dense.set_weights([kernel, bias])
features = dense(pixels)
print(features.shape, features[0, :4].numpy().round(3))
