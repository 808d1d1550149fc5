# /// script
# [tool.check]
# long = "two files, each loaded in two ways"
# ///
import keras
import numpy as np


def my_loss(y, y_pred):
    return 2 * keras.ops.square(y - y_pred)


x, y = np.ones((1, 1)), np.array([[3.0]])
dense = keras.layers.Dense(1, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(keras.optimizers.SGD(0.0), my_loss)
model.fit(x, y, verbose=0)
load_model = keras.models.load_model
for name in "model.keras", "model.h5":
    model.save(name)
    try:
        load_model(name)
    except TypeError as error:
        said = str(error).split(".")[0]
        print(f"{name}: {type(error).__name__}: {said}")
    known = load_model(name, custom_objects={"my_loss": my_loss})
    plain = load_model(name, compile=False)
    plain.compile("sgd", my_loss)
    for way, loaded in ("my_loss given", known), ("no compile", plain):
        loss = loaded.evaluate(x, y, verbose=0)
        print(f"  {way}: loss {loss},", end=" ")
        try:
            loaded.fit(x, y, verbose=0)
            print("trained, steps:", int(loaded.optimizer.iterations))
        except ValueError as error:
            print(f"ValueError: {str(error)[:16]}")
