from importlib.util import find_spec
from pathlib import Path

import keras
import tensorflow as tf
from keras.layers import Dense

packages = Path(keras.__file__).parents[1]
for name in "tensorflow.keras.layers", "keras.layers":
    file = packages / name.replace(".", "/") / "__init__.py"
    found = Path(find_spec(name).origin).relative_to(packages)
    print(name)
    print("  there is a file where an editor looks:", file.exists())
    print("  the file that Python imports:", found)
print("one Dense in both:", Dense is tf.keras.layers.Dense)
