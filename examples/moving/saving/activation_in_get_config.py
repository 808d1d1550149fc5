import keras
import numpy as np


@keras.saving.register_keras_serializable()
def cube(x):
    return x**3


@keras.saving.register_keras_serializable()
class Apply(keras.layers.Layer):
    def __init__(self, activation, **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, x):
        return self.activation(x)

    def get_config(self):
        return {**super().get_config(), "activation": self.activation}


for activation in ["relu", cube]:
    model = keras.Sequential([keras.Input((1,)), Apply(activation)])
    model.save("m.keras")
    loaded = keras.models.load_model("m.keras")
    name = loaded.layers[0].activation.__name__
    print(name, loaded(np.array([[2]])).numpy())
