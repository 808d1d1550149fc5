# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras

model = keras.Sequential([keras.Input(()), keras.layers.ReLU()])
try:
    model.export("model.tflite", format="litert")
except ImportError as error:
    print(type(error).__name__, "-", str(error).split(". ")[0])
