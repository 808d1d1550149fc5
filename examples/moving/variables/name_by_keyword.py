import keras
import numpy as np
import tf_keras


def scale_of(package):
    class Scale(package.layers.Layer):
        def build(self, input_shape):
            shape = input_shape[-1:]
            self.factor = self.add_weight(
                name="factor",
                shape=shape,
                initializer=package.initializers.Constant(2.0),
            )

        def call(self, x):
            return self.factor * x

    return Scale()


for package in tf_keras, keras:
    scale = scale_of(package)
    scaled = scale(np.array([[3.0, 4.0]]))
    weights = [weight.name for weight in scale.weights]
    print(f"{package.__name__}: {scaled.numpy()} with {weights}")
