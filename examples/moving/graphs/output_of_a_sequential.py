import keras

hidden = keras.layers.Dense(3, name="hidden")
model = keras.Sequential([keras.Input((2,)), hidden])
for name in "input", "output":
    try:
        print(getattr(model, name))
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")
