import keras
import numpy as np
import tf_keras

x, y = np.ones((4, 3)), np.ones((4, 1))
for family in tf_keras, keras:
    inputs = family.Input((3,))
    first = family.layers.Dense(1, name="first")(inputs)
    second = family.layers.Dense(1, name="second")(inputs)
    model = family.Model(inputs, [first, second])
    model.compile("sgd", "mse", metrics=["mae", "mse"])
    history = model.fit(x, [y, y], verbose=0).history
    names = [name for name in sorted(history) if "loss" not in name]
    print(f"{family.__name__}:", *names)
