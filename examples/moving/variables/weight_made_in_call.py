import re

import keras
import numpy as np
import tf_keras


def scale_of(package):
    class Scale(package.layers.Layer):
        factor = None

        def call(self, x):
            if self.factor is None:
                self.factor = self.add_weight(shape=x.shape[-1:])
            return self.factor * x

    return Scale()


for package in tf_keras, keras:
    scale = scale_of(package)
    try:
        scale(np.array([[3.0, 4.0]]))
        print(f"{package.__name__}: {len(scale.weights)} weight")
    except ValueError as error:
        print(f"{package.__name__}: {type(error).__name__}:")
        print(re.sub(r"\x1b\[\dm", "", str(error)))  # without bold
