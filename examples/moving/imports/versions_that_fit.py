from importlib.metadata import distributions

import tensorflow as tf


def advice(tensorflow, tf_keras):
    minor = tensorflow.rpartition(".")[0]
    if tf_keras is None:
        return f"to have Keras 2: pip install tf_keras~={minor}.0"
    if tf_keras.rpartition(".")[0] != minor:
        return f"does not fit: pip install tf_keras~={minor}.0"
    return "fits"


versions = {each.name.lower(): each.version for each in distributions()}
print(f"tensorflow: {tf.__version__}")
for package in "keras", "tf_keras":
    print(f"{package}: {versions.get(package)}")
here = tf.__version__, versions.get("tf_keras")
others = ("2.19.1", "2.21.0"), ("2.19.1", None)
for tensorflow, tf_keras in here, *others:
    print(f"TensorFlow {tensorflow}, tf_keras {tf_keras}:", end=" ")
    print(advice(tensorflow, tf_keras))
