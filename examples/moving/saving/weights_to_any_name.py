import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
for name in "weights.h5", "weights.hdf5", "checkpoint/cp.ckpt":
    try:
        model.save_weights(name)
        print(f"{name}: saved")
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
