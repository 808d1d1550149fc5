import keras
import numpy as np
from keras import layers

model = keras.Sequential([keras.Input((2,)), layers.Dense(3)])
model.save_weights("model.weights.h5")

not_built = keras.Sequential([layers.Dense(3)])
longer = keras.Sequential([keras.Input((2,)), layers.Dense(3)])
longer.add(layers.Dense(1, name="head"))

for other in [not_built, longer]:
    try:
        other.load_weights("model.weights.h5")
    except ValueError as error:
        print("\n".join(str(error).split("\n")[:3]))

not_built.build((None, 2))
not_built.load_weights("model.weights.h5")
longer.load_weights("model.weights.h5", skip_mismatch=True)
for other in [not_built, longer]:
    weights = other.layers[0].get_weights()
    print("loaded:", np.array_equal(weights[0], model.get_weights()[0]))
