import keras
import numpy as np


class Doubled(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        return 2 * self.dense(x)


layer = Doubled(units=1, name="twice", trainable=False)
layer(np.ones((2, 3)))
print("name:", layer.name, "trainable:", layer.trainable)
print("weights:", [weight.path for weight in layer.weights])
