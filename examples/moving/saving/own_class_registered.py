import keras
import numpy as np


@keras.saving.register_keras_serializable(package="mine")
class Times(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return self.factor * x

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


model = keras.Sequential([keras.Input((1,)), Times(2.0)])
model.save("model.keras")
loaded = keras.models.load_model("model.keras")
print("2 * 3 =", np.asarray(loaded(np.array([[3.0]]))))
