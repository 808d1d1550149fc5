import csv
from pathlib import Path

import tensorflow as tf

here = Path(__file__).parent
with (here / "names.csv").open() as file:
    rows = {row["old"] for row in csv.DictReader(file)}
listed = (here / "tf.keras-2.15.1.txt").read_text().split("\n")
then = [name for name in listed if name.startswith("tf.keras.")]


def is_there(path):
    thing = tf
    for name in path.split(".")[1:]:
        thing = getattr(thing, name, None)
    return thing is not None


gone = [name for name in then if not is_there(name)]
print("public names of tf.keras in TensorFlow 2.15.1:", len(then))
print("gone today:", len(gone))
print("of these, in the table:", len(rows.intersection(gone)))
