import warnings

import keras
import numpy as np

x, y = np.ones((4, 2)), np.zeros(4)
SparseLoss = keras.losses.SparseCategoricalCrossentropy
for activation in "softmax", None:
    model = keras.Sequential([keras.layers.Dense(3, activation)])
    model.compile("sgd", SparseLoss(from_logits=True))
    with warnings.catch_warnings(record=True) as caught:
        model.fit(x, y, verbose=0)
    print(activation, "warns:" if caught else "warns of nothing")
    for message in {str(warning.message) for warning in caught}:
        print(message)
