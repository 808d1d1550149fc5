import keras
import numpy as np

sizes = np.array([[1.0], [3.0], [5.0]])
try:
    keras.layers.experimental.preprocessing.Normalization()
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")

normalize = keras.layers.Normalization()
normalize.adapt(sizes)
scaled = keras.ops.convert_to_numpy(normalize(sizes))
print("changed:", scaled.ravel().round(4))
