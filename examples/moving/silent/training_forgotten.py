import keras
import numpy as np

x = np.repeat([[4.0], [6.0]], 1000, axis=1)

for options in {}, {"training": True}:
    normalise = keras.layers.BatchNormalization()
    dropout = keras.layers.Dropout(0.4, seed=0)
    model = keras.Sequential([keras.Input((1000,)), normalise, dropout])
    for _ in range(500):
        outputs = model(x, **options)  # as in a loop of your own
    dropped = np.mean(outputs == 0)
    mean = float(normalise.moving_mean[0])
    print("model(x, training=True)" if options else "model(x)")
    print(f"  dropped {dropped:.0%}, moving mean {mean:.2f}")
