import keras
import numpy as np


def network(last):
    layers = [keras.layers.Dense(3, name="body"), last]
    return keras.Sequential([keras.Input((4,)), *layers])


two_classes = keras.layers.Dense(2, name="two_classes")
network(two_classes).save_weights("old.weights.h5")

old = network(keras.layers.Dense(2, name="two_classes"))
old.load_weights("old.weights.h5")
new = network(keras.layers.Dense(5, name="five_classes"))
old_layers = {layer.name: layer for layer in old.layers}
for layer in new.layers:
    if layer.name in old_layers:
        layer.set_weights(old_layers[layer.name].get_weights())
        print("copied:", layer.name)
    else:
        print("new:", layer.name)
same = np.array_equal(new.layers[0].kernel, old.layers[0].kernel)
print("body has the old weights:", same)
