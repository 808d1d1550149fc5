import textwrap
import warnings

import tensorflow as tf
from tensorflow.keras import layers

with warnings.catch_warnings(record=True) as caught:
    model = tf.keras.Sequential(
        [layers.Dense(64, activation="relu", input_shape=(784,))]
    )

for warning in caught:
    print(warning.category.__name__)
    print(textwrap.fill(str(warning.message), 72))
print("activation:", model.layers[0].activation.__name__)
print("parameters:", model.count_params())
