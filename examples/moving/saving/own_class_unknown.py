import re

import keras
import numpy as np


class Double(keras.layers.Layer):
    def call(self, x):
        return 2 * x


model = keras.Sequential([keras.Input((1,)), Double()])
for name in "model.keras", "model.h5":
    model.save(name)
    try:
        keras.models.load_model(name)
    except (TypeError, ValueError) as error:
        said = re.search(r"(Could not|Unknown) [^.]*", str(error))[0]
        print(f"{name}: {type(error).__name__}: {said}")

own = {"Double": Double}
for name in "model.keras", "model.h5":
    loaded = keras.models.load_model(name, custom_objects=own)
    print(f"{name}: 2 * 3 =", np.asarray(loaded(np.array([[3.0]]))))
