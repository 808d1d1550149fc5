from pathlib import Path

import keras


class Double(keras.layers.Layer):
    def __init__(self, **config):
        super().__init__(name=config.get("name"))

    def call(self, x):
        return 2 * x


path = Path(__file__).with_name("written_by_tensorflow_2.10.1.h5")
custom = {"Lambda": Double}
new = keras.models.load_model(path, custom, compile=False)
new.save("new.keras")
moved = keras.models.load_model("new.keras", {"Double": Double})
print("from the .h5:   ", new(keras.ops.ones((1, 3))).numpy())
print("from the .keras:", moved(keras.ops.ones((1, 3))).numpy())
