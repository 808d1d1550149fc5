"""Print the public names of packages in this interpreter's environment, one a line.

    python api_names.py tensorflow keras

It runs in the old environment and in the new one, and needs nothing but the standard library.
"""

import importlib
import sys
import types

INSIDE = ("src", "python", "compat")  # what is no API, and the API of earlier years


def main(packages):
    """Print the names of these packages, sorted."""
    roots = {package.partition(".")[0] for package in packages}
    for package in packages:
        module = importlib.import_module(package)
        dir(getattr(getattr(module, "keras", None), "layers", None))  # loaded lazily
        for name in sorted(set(public(module, package, roots, {id(module)}))):
            print(name)


def public(module, path, roots, seen):
    """The names below a module; each module of these packages once, where it is met first."""
    for name in sorted(dir(module)):
        value = getattr(module, name, None)
        if name.startswith("_") or name in INSIDE or value is None:
            continue
        if not isinstance(value, types.ModuleType):
            yield path + "." + name
        elif value.__name__.partition(".")[0] in roots and id(value) not in seen:
            seen.add(id(value))
            yield path + "." + name
            yield from public(value, path + "." + name, roots, seen)


if __name__ == "__main__":
    main(sys.argv[1:])
