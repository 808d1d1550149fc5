import keras
import numpy as np

x = np.array([[1.0], [2.0]])
layer = keras.layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((1,)), layer])
model.set_weights([np.array([[3.0]])])
model.compile("sgd", loss="mse")
print("loss of the model:   ", model.evaluate(x, x, verbose=0))
model.save("model.h5")

again = keras.models.load_model("model.h5", compile=False)
again.compile(keras.optimizers.SGD(0.25), loss="mse")
print("loss from the .h5:   ", again.evaluate(x, x, verbose=0))
again.fit(x, x, verbose=0)
print("loss after a step:   ", again.evaluate(x, x, verbose=0))
again.save("model.keras")
moved = keras.models.load_model("model.keras")
print("loss from the .keras:", moved.evaluate(x, x, verbose=0))
print("steps of the optimizer:", int(moved.optimizer.iterations))
