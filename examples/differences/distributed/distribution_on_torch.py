# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras

try:
    keras.distribution.DataParallel()
except AttributeError as error:
    print("AttributeError:", error)
