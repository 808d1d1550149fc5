import shutil
from pathlib import Path

import keras
import numpy as np

x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
path = Path(__file__).with_name("written_by_tensorflow_2.12.1.keras")
shutil.copy(path, "old.keras")
print("it begins with", Path("old.keras").read_bytes()[:4])
try:
    keras.models.load_model("old.keras")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")

Path("old.keras").rename("old.h5")
model = keras.models.load_model("old.h5", compile=False)
print("named .h5, it predicts", model(x).numpy().ravel())
