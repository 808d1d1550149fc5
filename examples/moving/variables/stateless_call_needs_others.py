import os

os.environ["KERAS_BACKEND"] = "jax"

import numpy as np
from keras.layers import BatchNormalization, Dense, Dropout

for layer in Dense(2), BatchNormalization(), Dropout(0.5):
    layer.build((None, 3))
    names = [each.name for each in layer.non_trainable_variables]
    print(f"{type(layer).__name__}: {names}")
    weights = [each.value for each in layer.trainable_variables]
    try:
        layer.stateless_call(weights, [], np.ones((1, 3)))
        print("  called with []")
    except ValueError as error:
        print("  ValueError:", str(error).partition(". ")[2])
