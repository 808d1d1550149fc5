# claim: tf.keras has the major and minor version of TensorFlow
# section: 3.2
import sys
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

name = "tf.keras" if hasattr(tf, "keras") else "tf.contrib.keras"
keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
package = keras.layers.Dense.__module__
while not hasattr(sys.modules[package], "__version__"):
    package = package.rpartition(".")[0]  # of keras.layers.core: keras
version = sys.modules[package].__version__
print(f"{name} is {version}, TensorFlow is {tf.__version__}")
same = version.split(".")[:2] == tf.__version__.split(".")[:2]
print("verdict:", "holds" if same else "does not hold")
