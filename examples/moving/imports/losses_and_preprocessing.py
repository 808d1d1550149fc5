import csv
from pathlib import Path

import keras
import tensorflow as tf


def is_there(path):
    thing = {"tf": tf, "keras": keras}[path.split(".")[0]]
    for name in path.split(".")[1:]:
        thing = getattr(thing, name, None)
    return thing is not None


table = Path(__file__).parent.parent / "names/names.csv"
with table.open() as file:
    rows = [one for one in csv.DictReader(file)]
rows = [one for one in rows if one["page"] == "imports.html"]
gone = [one for one in rows if not is_there(one["old"])]
print(f"names: {len(rows)}, gone: {len(gone)}")
for one in rows:
    print(f"{one['old']} -> {one['new']}")
