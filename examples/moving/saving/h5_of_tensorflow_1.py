from pathlib import Path

import keras

path = Path(__file__).with_name("written_by_tensorflow_1.15.5.h5")
try:
    keras.models.load_model(path, compile=False)
except TypeError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[-1]}")
