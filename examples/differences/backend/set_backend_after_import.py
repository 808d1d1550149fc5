import os
import warnings

import keras

early_layer = keras.layers.Flatten()
print("at first          ", keras.config.backend())
os.environ["KERAS_BACKEND"] = "jax"
print("variable says     ", os.environ["KERAS_BACKEND"])
print("variable set late ", keras.config.backend())

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    keras.config.set_backend("jax")
import keras  # the name still meant the package as it was before

print("after set_backend ", keras.config.backend())
print("warned:", str(caught[0].message).split(". ")[0])
try:
    keras.Sequential([early_layer])
except ValueError as error:
    print("refused:", str(error).split(". ")[0])
