"""Print, as JSON, which of the dotted names given as arguments the installed packages lack.

Run by `tools.names` as a job; the standard library only.
"""

import importlib
import json
import sys

_MODULES = {"tf": "tensorflow"}


def resolves(name: str) -> bool:
    """Whether a dotted name leads to something: attributes first, then modules."""
    first, *rest = name.split(".")
    path = _MODULES.get(first, first)
    found = importlib.import_module(path)
    for part in rest:
        path = f"{path}.{part}"
        try:
            found = getattr(found, part)
        except (AttributeError, ImportError):
            try:
                found = importlib.import_module(path)
            except ImportError:
                return False
    return True


if __name__ == "__main__":
    print(json.dumps([name for name in sys.argv[1:] if not resolves(name)]))
