import warnings

import keras
import numpy as np
import tf_keras

x = np.array([-10.0])

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    old_name = keras.layers.LeakyReLU(alpha=0.2)
    new_name = keras.layers.LeakyReLU(negative_slope=0.2)
for warning in caught:
    print(f"{warning.category.__name__}: {warning.message}")

tf_keras_layer = tf_keras.layers.LeakyReLU(alpha=0.2)
print("tf_keras, alpha:      ", tf_keras_layer(x).numpy())
print("keras, alpha:         ", old_name(x).numpy())
print("keras, negative_slope:", new_name(x).numpy())
