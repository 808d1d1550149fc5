import keras
import numpy as np

x = np.array([[1.0], [2.0], [3.0]])


def new_model():
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile(keras.optimizers.Adam(0.1), "mse")
    return model


def train(model, first, last):
    epochs = {"initial_epoch": first, "epochs": last}
    model.fit(x, 2 * x, shuffle=False, verbose=0, **epochs)


model, at_once = new_model(), new_model()
train(model, 0, 2)
model.save("model.keras")

loaded = keras.models.load_model("model.keras")
steps = int(loaded.optimizer.iterations)
train(loaded, 2, 5)
train(at_once, 0, 5)
after = int(loaded.optimizer.iterations)
print(f"steps of the optimizer: {steps}, and after training: {after}")
print("saved, loaded, trained:", loaded.predict(x, verbose=0)[0])
print("trained at once:", at_once.predict(x, verbose=0)[0])
