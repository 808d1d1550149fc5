import keras

dense = keras.layers.Dense(3)
model = keras.Sequential([keras.Input((2,)), dense])
try:
    print(dense.output_shape)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
