import keras
import numpy as np
import tf_keras


def doubled(package, base):
    class Doubled(base):
        def __init__(self):
            self.dense = package.layers.Dense(1)

        def call(self, x):
            return 2 * self.dense(x)

    return Doubled


for package in tf_keras, keras:
    for base in package.layers.Layer, package.Model:
        try:
            doubled(package, base)()(np.ones((2, 3)))
        except RuntimeError as error:
            print(f"{package.__name__}, {base.__name__}: {error}")
