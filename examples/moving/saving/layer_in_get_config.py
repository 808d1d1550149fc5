import keras
import numpy as np
from keras import saving


class Twice(keras.layers.Layer):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def call(self, x):
        return self.layer(self.layer(x))

    def get_config(self):
        return {"layer": saving.serialize_keras_object(self.layer)}


class TwiceRestored(Twice):
    @classmethod
    def from_config(cls, config):
        return cls(saving.deserialize_keras_object(config["layer"]))


for cls in [Twice, TwiceRestored]:
    triple = keras.layers.Rescaling(3)
    keras.Sequential([keras.Input((1,)), cls(triple)]).save("m.keras")
    try:
        own = {cls.__name__: cls}
        model = keras.models.load_model("m.keras", custom_objects=own)
        print(cls.__name__, "loaded:", model(np.array([[2]])).numpy())
    except TypeError as error:
        print(cls.__name__, str(error).partition(". ")[0])
