# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import shutil
from pathlib import Path

import keras
import numpy as np

x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]], "float32")
archive = Path(__file__).with_name("tensorflow-2.15.1.zip")
shutil.unpack_archive(archive, ".")
for file in "w.h5", "model.weights.h5":
    dense = keras.layers.Dense(2, "relu"), keras.layers.Dense(1)
    model = keras.Sequential([keras.Input((3,)), *dense])
    model.load_weights(file)
    print(file, model.predict(x, verbose=0).ravel())
model.save("keras_3.keras")
for file in "model.h5", "model.keras", "saved", "keras_3.keras":
    try:
        loaded = keras.models.load_model(file, compile=False)
        print(file, loaded.predict(x, verbose=0).ravel())
    except (TypeError, ValueError) as error:
        words = str(error).split("encountered: ")[-1].split(". ")[0]
        print(f"{file} {type(error).__name__}: {words}")
