import inspect
from collections import Counter

import tensorflow as tf

for part in "layers", "losses", "metrics", "optimizers", "callbacks":
    module = getattr(tf.keras, part)
    classes = dict(inspect.getmembers(module, inspect.isclass)).values()
    owners = Counter(one.__module__.split(".")[0] for one in classes)
    for owner, count in owners.items():
        print(f"tf.keras.{part}, written in {owner}: {count} classes")
