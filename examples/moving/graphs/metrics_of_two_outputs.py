import keras
import numpy as np

inputs = keras.Input((3,))
price = keras.layers.Dense(1, name="price")(inputs)
kind = keras.layers.Dense(2, "softmax", name="kind")(inputs)
model = keras.Model(inputs, {"price": price, "kind": kind})
targets = {"price": np.ones((4, 1)), "kind": np.zeros(4)}
losses = {"price": "mse", "kind": "sparse_categorical_crossentropy"}

for metrics in ["mae"], {"price": ["mae"], "kind": ["accuracy"]}:
    model.compile("sgd", losses, metrics=metrics)
    try:
        history = model.fit(np.ones((4, 3)), targets, verbose=0)
        print(*sorted(history.history))
    except ValueError as error:
        print("ValueError:", str(error).splitlines()[1])
