import keras
import numpy as np

x = np.array([[1.0], [3.0], [5.0]])
for trainable in True, False:
    layer = keras.layers.BatchNormalization(epsilon=0)
    model = keras.Sequential([keras.Input((1,)), layer])
    layer.trainable = trainable  # before compile
    model.compile("sgd", "mse")
    y = np.asarray(layer(x, training=True))
    model.fit(x, x, epochs=5, verbose=0)
    print(f"trainable = {trainable}")
    print("    weights to train:", len(model.trainable_weights))
    print("    with training=True:", y.ravel().round(2))
    mean = np.asarray(layer.moving_mean).item()
    print(f"    moving mean after fit: {mean:.2f}")
