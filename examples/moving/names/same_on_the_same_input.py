# /// script
# [tool.check]
# long = "the inputs of 83 pairs"
# ///
import csv
from pathlib import Path

import keras
import numpy as np
import tf_keras

rng = np.random.default_rng(1)
given = {
    "x": rng.normal(size=(2, 3)).astype("float32"),
    "y": rng.normal(size=(2, 3)).astype("float32"),
    "row": rng.uniform(1, 2, 3).astype("float32"),
    "positive": rng.uniform(1, 2, (2, 3)).astype("float32"),
    "weights": rng.normal(size=(3, 4)).astype("float32"),
    "cube": rng.normal(size=(2, 3, 3)).astype("float32"),
    "image": rng.normal(size=(1, 4, 4, 2)).astype("float32"),
    "kernel": rng.normal(size=(2, 2, 2, 3)).astype("float32"),
}
K = tf_keras.backend
tensors = {name: K.constant(value) for name, value in given.items()}
old = {**vars(tf_keras), "K": K, "np": np, **tensors}
new = {"keras": keras, "ops": keras.ops, "np": np, **given}
with Path(__file__).with_name("same.csv").open() as file:
    pairs = list(csv.DictReader(file))
differ = 0
for pair in pairs:
    one, two = eval(pair["old"], old), eval(pair["new"], new)
    shapes_differ = np.shape(one) != np.shape(two)
    if shapes_differ or not np.allclose(one, two, atol=1e-6):
        differ += 1
        print("not the same:", pair["old"], "and", pair["new"])
print(f"pairs compared: {len(pairs)}, of which differ: {differ}")
