# claim: Installing TensorFlow brings its Keras with it
# section: 3.1
import re
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

from pathlib import Path

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
inputs = keras.layers.Input((2,))
layer = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.models.Model(inputs, layer(inputs))
total = model.predict(np.array([[2.0, 3.0]]), verbose=0)[0, 0]
package = keras.layers.Dense.__module__.split(".")[0]
print(f"a Dense of the package {package} adds 2 and 3 to {total}")
version = tf.__version__.replace("-", "")  # 2.1.0-rc0: pip's 2.1.0rc0
pattern = f"tensorflow*-{version}.dist-info/METADATA"
file = next(Path(tf.__file__).parents[1].glob(pattern))
text = file.read_text(encoding="utf-8")
required = re.findall(r"^Requires-Dist: ([\w-]+)", text, re.M)
print("TensorFlow requires", *sorted({"numpy", "keras"} & {*required}))
holds = total == 5 and package in ["tensorflow", *required]
print("verdict:", "holds" if holds else "does not hold")
