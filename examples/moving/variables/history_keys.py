import keras
import numpy as np

x, y = np.array([[0.0], [1.0]]), np.array([[0.0], [1.0]])
model = keras.Sequential([keras.Input((1,))])
model.add(keras.layers.Dense(1, "sigmoid"))

for metric in "accuracy", "acc", "binary_accuracy":
    model.compile("sgd", "binary_crossentropy", metrics=[metric])
    training = model.fit(x, y, validation_data=(x, y), verbose=0)
    print(f"metrics=[{metric!r}]:", *training.history)

model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x, y, verbose=0).history
for key in "acc", "val_accuracy", "accuracy":
    try:
        print(f"{key}: {len(history[key])} epoch")
    except KeyError as error:
        print(f"{type(error).__name__}: {error}")
