"""Print, as JSON, which of the dotted names given as arguments the installed packages lack.

The first argument maps, as JSON, the first part of a name to its module. Run by `names` as a job;
the standard library only.
"""

import importlib
import json
import sys


def resolves(name: str, roots: dict[str, str]) -> bool:
    """Whether a dotted name leads to something: attributes first, then modules."""
    first, *rest = name.split(".")
    path = roots[first]
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
    known = json.loads(sys.argv[1])
    print(json.dumps([name for name in sys.argv[2:] if not resolves(name, known)]))
