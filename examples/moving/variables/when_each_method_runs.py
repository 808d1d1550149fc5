import keras
import numpy as np


class Scale(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.dense = keras.layers.Dense(units)
        print("__init__: makes the sub-layer")

    def build(self, input_shape):
        self.factor = self.add_weight(shape=input_shape[-1:])
        self.dense.build(input_shape)
        number = len(self.weights)
        print(f"build: makes {number} weights for {input_shape}")

    def call(self, x):
        print("call: uses them, given", x.shape)
        return self.dense(self.factor * x)


layer = Scale(units=1)
print("weights:", len(layer.weights))
for rows in 2, 4:
    layer(np.ones((rows, 3)))
    print("weights:", len(layer.weights))
