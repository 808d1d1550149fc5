from pathlib import Path

import keras
import tf_keras

dense = tf_keras.layers.Dense(2, input_shape=(3,))
old = tf_keras.Sequential([dense])
for name in "w.h5", "w.hdf5", "w.keras", "cp.ckpt":
    old.save_weights(name)
    print(name, "->", sorted(p.name for p in Path().glob(f"{name}*")))

new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
try:
    new.load_weights("cp.ckpt")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
