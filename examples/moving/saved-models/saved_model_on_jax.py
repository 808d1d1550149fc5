import os
import shutil
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
import tf_keras

archive = Path(__file__).with_name("tensorflow-2.15.1.zip")
shutil.unpack_archive(archive)
try:
    keras.layers.TFSMLayer("saved", call_endpoint="serving_default")
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")

tf_keras.models.load_model("saved").save("bridge.h5")
model = keras.models.load_model("bridge.h5", compile=False)
x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
print("over tf_keras, on", keras.config.backend(), model(x).ravel())
