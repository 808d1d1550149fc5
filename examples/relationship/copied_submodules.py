import inspect

import keras
import tensorflow as tf

shared, copied, missing = [], [], []
for name, module in inspect.getmembers(keras, inspect.ismodule):
    if name.startswith("_") or name == "src":
        continue
    if not hasattr(tf.keras, name):
        missing.append(name)
    elif getattr(tf.keras, name) is module:
        shared.append(name)
    else:
        copied.append(name)

print(f"the same module: {len(shared)},", *shared[:3], "and others")
print("a copy:         ", *copied)
print("not in tf.keras:", *missing)
