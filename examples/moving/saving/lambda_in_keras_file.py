import keras
import numpy as np


class Double(keras.layers.Layer):
    def call(self, x):
        return 2 * x


def network(double):
    dense = keras.layers.Dense(1)
    return keras.Sequential([keras.Input((2,)), dense, double])


old = network(keras.layers.Lambda(lambda x: 2 * x))
old.save("old.keras")
load_model = keras.models.load_model
for options in {}, {"custom_objects": {"Lambda": Double}}:
    try:
        load_model("old.keras", **options)
    except ValueError as error:
        said = str(error).split(".")[0]
        print(*options, f"{type(error).__name__}: {said}")
unsafe = load_model("old.keras", safe_mode=False)
new = network(Double())
new.load_weights("old.keras")
x = np.ones((1, 2))
print("safe_mode=False, same:", np.array_equal(unsafe(x), old(x)))
print("built again, same:", np.array_equal(new(x), old(x)))
