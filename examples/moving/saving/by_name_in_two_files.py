import keras
import numpy as np


def network(last):
    layers = [keras.layers.Dense(3, name="body"), last]
    return keras.Sequential([keras.Input((4,)), *layers])


old = network(keras.layers.Dense(2, name="two_classes"))
old.save("old.h5")
old.save_weights("old.weights.h5")

new = network(keras.layers.Dense(5, name="five_classes"))
for name in "old.h5", "old.weights.h5":
    try:
        new.load_weights(name, by_name=True)
        same = np.array_equal(
            new.layers[0].kernel, old.layers[0].kernel
        )
        print(f"{name}: body has the old weights: {same}")
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")

new = network(keras.layers.Dense(5, name="five_classes"))
new.load_weights("old.weights.h5", skip_mismatch=True)
same = np.array_equal(new.layers[0].kernel, old.layers[0].kernel)
print(f"skip_mismatch: body has the old weights: {same}")
