import keras
import numpy as np


class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1, kernel_initializer="ones")

    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=input_shape[-1:], initializer="ones", name="factor"
        )

    def call(self, x):
        return self.dense(self.factor * x)


model = keras.Sequential([keras.Input((2,)), Scale()])
model.compile(keras.optimizers.SGD(0.01), "mse")
model.fit(np.array([[3.0, 4.0]]), np.array([[2.0]]), verbose=0)
for weight in model.trainable_weights:
    print(weight.name, weight.numpy().ravel().round(3))
