import keras

ModelCheckpoint = keras.callbacks.ModelCheckpoint
for name, weights_only in [
    ("best", False),
    ("best.ckpt", False),
    ("best.hdf5", False),
    ("best.h5", False),
    ("best.keras", False),
    ("best.h5", True),
]:
    try:
        ModelCheckpoint(name, save_weights_only=weights_only)
        print(f"{name}: accepted")
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
