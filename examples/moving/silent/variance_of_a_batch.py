import keras
import numpy as np
import tf_keras

pixels = np.array([1.0, 2.0, 3.0, 6.0])
x = pixels.reshape(4, 1, 1, 1)
layers = {
    "tf_keras": tf_keras.layers.BatchNormalization(momentum=0),
    "keras": keras.layers.BatchNormalization(momentum=0),
}
for family, layer in layers.items():
    layer(x, training=True)
    print(f"{family}: variance {float(layer.moving_variance[0]):.3f}")
print(f"sum of squares / 4: {pixels.var():.3f}")
print(f"sum of squares / 3: {pixels.var(ddof=1):.3f}")
