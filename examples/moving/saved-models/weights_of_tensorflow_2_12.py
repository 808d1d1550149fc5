from pathlib import Path

import h5py
import keras

for release in "2.12.1", "2.13.1":
    keras.utils.clear_session()
    name = f"written_by_tensorflow_{release}.weights.h5"
    path = Path(__file__).with_name(name)
    layers = [keras.layers.Dense(units) for units in (2, 2, 1)]
    model = keras.Sequential([keras.Input((3,)), *layers])
    try:
        model.load_weights(path)
    except ValueError as error:
        first_line = str(error).splitlines()[0]
        print(f"{type(error).__name__}: {first_line}")
    with h5py.File(path) as file:
        groups = list(file["_layer_checkpoint_dependencies"])
    print(f"in the file of {release}: {groups}")
