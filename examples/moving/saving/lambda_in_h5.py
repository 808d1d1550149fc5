import shutil
from pathlib import Path

import keras
import tf_keras

double = tf_keras.layers.Lambda(lambda x: 2 * x)
inputs = tf_keras.Input((3,))
tf_keras.Sequential([inputs, double]).save("this_python.h5")
name = "written_by_tensorflow_2.10.1.h5"
shutil.copy(Path(__file__).with_name(name), "python_3.10.h5")

load_model = keras.models.load_model
for path in "this_python.h5", "python_3.10.h5":
    try:
        load_model(path, compile=False)
    except ValueError as error:
        print(f"{path}: {type(error).__name__}: {error}")
    try:
        model = load_model(path, compile=False, safe_mode=False)
        outputs = model(keras.ops.ones((1, 3))).numpy()
        print(f"{path}, unsafe: {outputs}")
    except ValueError as error:
        print(f"{path}, unsafe: {type(error).__name__}: {error}")
