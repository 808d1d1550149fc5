import inspect
import textwrap
from collections import defaultdict

import keras
import tensorflow as tf


def public(module, path):
    for name in dir(module):
        value = getattr(module, name)
        if inspect.ismodule(value) and name[0] != "_" and name != "src":
            yield from public(value, f"{path}.{name}")
        elif name[0] != "_" and not inspect.ismodule(value):
            yield path, name


new, old = set(public(keras, "keras")), set(public(tf.keras, "keras"))
for prefix, only in ("", new - old), ("tf.", old - new):
    groups = defaultdict(list)
    for path, name in sorted(only):
        groups[path].append(name)
    for path, names in groups.items():
        print(f"only in {prefix}{path} ({len(names)}):")
        lines = textwrap.wrap(" ".join(names), 68)
        print(textwrap.indent("\n".join(lines), "    "))
