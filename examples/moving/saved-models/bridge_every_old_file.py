import shutil
from pathlib import Path

import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]], "float32")
files = "model.h5", "model.keras", "functional.keras", "saved"

for release in "1.15.5", "2.9.3", "2.12.1", "2.15.1":
    archive = Path(__file__).with_name(f"tensorflow-{release}.zip")
    shutil.unpack_archive(archive, release)
    for name in files:
        old = tf_keras.models.load_model(f"{release}/{name}")
        old.save("bridge.h5")
        new = keras.models.load_model("bridge.h5", compile=False)
        new.save("new.keras")
        moved = keras.models.load_model("new.keras")
        same = np.array_equal(moved(x), old(x))
        print(f"{release} {name}: {old(x).numpy().ravel()} {same}")
