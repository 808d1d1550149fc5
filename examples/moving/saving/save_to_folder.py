import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
for name in "folder", "model.tf":
    try:
        model.save(name)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
try:
    model.save("folder", save_format="tf")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
