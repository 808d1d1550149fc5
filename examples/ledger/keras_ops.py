# claim: keras.ops computes, and tf.keras.ops where TensorFlow is
# section: 3.2
from importlib.util import find_spec

import keras

packages = {"keras": keras}
if find_spec("tensorflow"):
    import tensorflow as tf

    name = "tf.keras" if hasattr(tf, "keras") else "tf.contrib.keras"
    packages[name] = getattr(tf, "keras", None) or tf.contrib.keras
totals = []
for name, package in packages.items():
    if hasattr(package, "ops"):
        total = package.ops.sum([1.0, 2.0, 4.0])
        totals.append(float(package.ops.convert_to_numpy(total)))
        print(f"{name}.ops.sum([1, 2, 4]) is {totals[-1]}")
    else:
        units = package.layers.Dense(3).units
        print(f"{name} has no ops; its Dense(3) has {units} units")
holds = totals == [7] * len(packages)
print("verdict:", "holds" if holds else "does not hold")
