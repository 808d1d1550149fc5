import keras
import numpy as np
import tf_keras

x = np.array([1.0, 2.0, 3.0, 6.0]).reshape(4, 1, 1, 1)
old = tf_keras.layers.BatchNormalization
layers = {
    "tf_keras": old(momentum=0),
    "tf_keras, fused=False": old(momentum=0, fused=False),
    "keras": keras.layers.BatchNormalization(momentum=0),
}
for name, layer in layers.items():
    trained = np.ravel(layer(x, training=True))
    later = np.ravel(layer(x))
    print(f"{name}: {trained[-1]:.3f}, later {later[-1]:.3f}")
