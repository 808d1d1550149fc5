import subprocess
import sys
from pathlib import Path


def last_line_of(code):
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True)
    return (ended.stderr or ended.stdout).splitlines()[-1]


for name in "tensorflow", "keras":
    in_the_way = Path(f"{name}.py")  # a script named like the package
    in_the_way.write_text("print('a file of this folder')\n")
    module = {"tensorflow": "tensorflow.keras", "keras": "keras.layers"}
    print(f"with {name}.py:", last_line_of(f"import {module[name]}"))
    in_the_way.unlink()
    find = "from importlib.util import find_spec as find"
    where = f"find({name!r}).submodule_search_locations"
    found = last_line_of(f"{find}; print('a package:', bool({where}))")
    print(f"without {name}.py:", found)
