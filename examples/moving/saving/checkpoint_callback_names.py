import keras

ModelCheckpoint = keras.callbacks.ModelCheckpoint
asked = [("best", False), ("best.ckpt", False), ("best.h5", True)]
for name, weights_only in asked:
    try:
        ModelCheckpoint(name, save_weights_only=weights_only)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
