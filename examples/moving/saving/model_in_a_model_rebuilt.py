import keras
import numpy as np
import tf_keras


def network(family):
    inputs = family.Input((4,))
    body = family.Model(inputs, family.layers.Dense(3)(inputs))
    return family.Sequential([body, family.layers.Dense(2)])


old = network(tf_keras)
old.save("old.h5")

new = network(keras)
new.load_weights("old.h5")
new.save("new.keras")

loaded = keras.models.load_model("new.keras")
x = np.arange(8.0).reshape(2, 4)
print("the same outputs:", np.allclose(old(x), loaded(x)))
