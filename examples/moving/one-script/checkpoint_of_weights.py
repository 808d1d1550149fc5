import keras
import numpy as np

try:
    keras.callbacks.ModelCheckpoint("best.h5", save_weights_only=True)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")

path = "best.weights.h5"
save = keras.callbacks.ModelCheckpoint(path, save_weights_only=True)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((4, 1)), np.ones((4, 1)), verbose=0, callbacks=[save])
trained = model.get_weights()
model.set_weights([np.zeros((1, 1)), np.zeros(1)])
model.load_weights(path)
back = np.array_equal(model.get_weights()[0], trained[0])
print("changed, weights are back:", back)
