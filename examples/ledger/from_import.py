# claim: from tensorflow import keras gives TensorFlow's own code
# section: 3.1
import inspect
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

from pathlib import Path

import numpy as np
import tensorflow as tf

if hasattr(tf, "keras"):
    from tensorflow import keras
else:
    from tensorflow.contrib import keras  # TensorFlow 1.3

    print("there is only: from tensorflow.contrib import keras")
inputs = keras.layers.Input((2,))
layer = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.models.Model(inputs, layer(inputs))
total = model.predict(np.array([[2.0, 3.0]]), verbose=0)[0, 0]
file = Path(inspect.getsourcefile(keras.layers.Dense))
folder = file.relative_to(Path(tf.__file__).parents[1]).parts[0]
print(f"Dense, code in the folder {folder}, adds 2 and 3 to {total}")
own = folder in ("tensorflow", "tensorflow_core")  # in 1.15 to 2.1
holds = hasattr(tf, "keras") and own and total == 5
print("verdict:", "holds" if holds else "does not hold")
