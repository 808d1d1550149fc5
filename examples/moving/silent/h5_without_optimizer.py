import keras
import numpy as np


def show(title, model):
    kind = type(model.optimizer).__name__
    print(f"{title}: {kind}, {int(model.optimizer.iterations)} steps")


x, y = np.ones((4, 1)), np.full((4, 1), 3.0)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.5), "mse")
model.fit(x, y, epochs=3, verbose=0)

model.save("model.h5", include_optimizer=False)
model.save("after.keras")
show("include_optimizer=False", keras.models.load_model("after.keras"))

model.save("model.h5")
model.save("after.keras")
loaded = keras.models.load_model("after.keras")
show("as above", loaded)
loaded.compile(keras.optimizers.Adam(0.5), loaded.loss)
show("compiled again", loaded)

checkpoint = keras.callbacks.ModelCheckpoint("model.h5")
loaded.fit(x, y, epochs=3, callbacks=[checkpoint], verbose=0)
loaded.save("after.keras")
show("after an .h5 checkpoint", keras.models.load_model("after.keras"))
