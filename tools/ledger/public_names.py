"""Print the public names of a package in this interpreter's environment, one a line.

    python public_names.py tf.keras
    python public_names.py keras

Like `in_release.py`, it runs inside environments as old as Python 3.6.
"""

import importlib
import sys
import types


def main(package):
    """Print the names of tf.keras, or of a package that can be imported."""
    if package == "tf.keras":
        tensorflow = importlib.import_module("tensorflow")
        dir(tensorflow.keras.layers)  # what is loaded lazily takes its place now
        module = tensorflow.keras
    else:
        module = importlib.import_module(package)
    for name in sorted(set(public(module, package, set()))):
        print(name)


def public(module, path, seen):
    """The names below a module; each module of Keras once, where it is met first."""
    for name in sorted(dir(module)):
        value = getattr(module, name, None)
        if name.startswith("_") or name == "src" or value is None:
            continue
        if not isinstance(value, types.ModuleType):
            yield path + "." + name
        elif "keras" in value.__name__ and id(value) not in seen:
            seen.add(id(value))
            yield path + "." + name
            yield from public(value, path + "." + name, seen)


if __name__ == "__main__":
    main(sys.argv[1])
