import inspect
from collections import Counter

import keras
import tensorflow as tf
import tf_keras


def public(module, prefix=""):
    for name in dir(module):
        value = getattr(module, name)
        is_public = name != "src" and not name.startswith("_")
        if is_public and inspect.ismodule(value):
            yield from public(value, f"{prefix}{name}.")
        elif is_public:
            yield prefix + name, value


new, old, keras_2 = map(dict, map(public, (keras, tf.keras, tf_keras)))
both = new.keys() & old.keys()
print("names in both:  ", len(both))
print("the same object:", sum(new[n] is old[n] for n in both))
print("another object: ", *(n for n in both if new[n] is not old[n]))
for title, left, right in ("keras", new, old), ("tf.keras", old, new):
    only = sorted(left.keys() - right.keys())
    print(f"only in {title}: {len(only)} of {len(left)}")
    modules = Counter(name.rpartition(".")[0] for name in only)
    for module, count in modules.items():
        print(f"  {module:22} {count:3}")
print("names of Keras 2 among these:", sum(n in keras_2 for n in only))
