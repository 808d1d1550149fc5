# /// script
# [tool.check]
# long = "a repair to copy whole"
# ///
import shutil
from collections import Counter
from pathlib import Path

import h5py
import numpy as np
import tf_keras

OLD = "_layer_checkpoint_dependencies"


def rename(group):
    if OLD in group:
        group.move(OLD, "layers")
        layers, count = group["layers"], Counter()
        for name in sorted(layers, key=lambda name: (len(name), name)):
            of_class, _, number = name.rpartition("_")
            if number.isdigit():
                count[of_class] += 1
                layers.move(name, f"{of_class}_{count[of_class]}")
    for each in group.values():
        if isinstance(each, h5py.Group):
            rename(each)


for release in ["2.13.1", "2.14.1"]:
    name = f"written_by_tensorflow_{release}.keras"
    path = Path(__file__).with_name(name)
    try:
        tf_keras.models.load_model(path)
    except ValueError as error:
        print(release, str(error).partition(". ")[0])

    shutil.unpack_archive(path, "parts", "zip")
    with h5py.File("parts/model.weights.h5", "r+") as file:
        rename(file)
    archive = shutil.make_archive("repaired", "zip", "parts")
    repaired = shutil.move(archive, "repaired.keras")
    model = tf_keras.models.load_model(repaired)
    x = np.array([[1, 2, 3], [3, 2, 1]])
    print(release, model(x).numpy().ravel())
