import inspect
import itertools
import textwrap

import keras
import tensorflow as tf


def public(module, prefix=""):
    for name in dir(module):
        value = getattr(module, name)
        if inspect.ismodule(value) and name[0] != "_" and name != "src":
            yield from public(value, f"{prefix}{name}.")
        elif name[0] != "_" and not inspect.ismodule(value):
            yield prefix + name, value


new, old = dict(public(keras)), dict(public(tf.keras))
both = new.keys() & old.keys()
print("names in both:  ", len(both))
print("the same object:", sum(new[name] is old[name] for name in both))
print("another object: ", *(n for n in sorted(both) if new[n] is not old[n]))
for title, left, right in (("keras", new, old), ("tf.keras", old, new)):
    only = sorted(left.keys() - right.keys())
    print(f"\nonly in {title}: {len(only)} of {len(left)}")
    for module, names in itertools.groupby(only, lambda n: n.rpartition(".")[0]):
        names = [name.rpartition(".")[2] for name in names]
        listed = textwrap.shorten(" ".join(names), 59, placeholder=" ...")
        print(f"  {module:22} {len(names):3}  {listed}")
