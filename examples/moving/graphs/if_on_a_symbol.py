import keras

inputs = keras.Input((2,))
try:
    outputs = inputs if inputs > 0 else -inputs
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
try:
    outputs = sum(inputs)  # a loop over the rows
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
