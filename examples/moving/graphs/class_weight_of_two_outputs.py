import keras
import numpy as np

inputs = keras.Input((1,))
kind = keras.layers.Dense(1, activation="sigmoid", name="kind")(inputs)
size = keras.layers.Dense(1, name="size")(inputs)
model = keras.Model(inputs, {"kind": kind, "size": size})
model.compile(loss={"kind": "binary_crossentropy", "size": "mse"})

x = np.zeros((4, 1))
kinds = np.array([0, 1, 1, 1])
y = {"kind": kinds, "size": np.ones(4)}

try:
    model.fit(x, y, class_weight={0: 3, 1: 1}, verbose=0)
except ValueError as error:
    print("ValueError:", error)

weights = np.array([3, 1])[kinds]  # 3 for kind 0, 1 for kind 1
for weight in [np.ones(4), weights]:
    sample_weight = {"kind": weight, "size": np.ones(4)}
    model.compile("sgd", {"kind": "binary_crossentropy", "size": "mse"})
    run = model.fit(x, y, sample_weight=sample_weight, verbose=0)
    (loss,) = run.history["kind_loss"]
    print(weight, "loss of kind:", round(loss, 3))
