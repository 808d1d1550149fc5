import keras
import numpy as np

x = np.ones((4, 1))
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
halve = keras.callbacks.LearningRateScheduler(lambda n: 0.1 * 0.5**n)
run = model.fit(x, x, epochs=3, verbose=0, callbacks=[halve])
try:
    print(run.history["lr"])
except KeyError as error:
    print(f"{type(error).__name__}: {error}")
rates = run.history["learning_rate"]
print("changed:", [round(rate, 4) for rate in rates])
