import keras
import numpy as np
import tf_keras


def scale_of(package):
    class Scale(package.layers.Layer):
        def build(self, input_shape):
            shape = input_shape[-1:]
            self.factor = self.add_weight(
                "factor",
                shape=shape,
                initializer=package.initializers.Constant(2.0),
            )

        def call(self, x):
            return self.factor * x

    return Scale()


for package in tf_keras, keras:
    try:
        scaled = scale_of(package)(np.array([[3.0, 4.0]]))
        print(f"{package.__name__}: {scaled.numpy()}")
    except ValueError as error:
        print(f"{package.__name__}: {type(error).__name__}: {error}")
