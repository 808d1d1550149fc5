import keras
import numpy as np

celsius = np.linspace(-40, 100, num=1401).reshape(-1, 1)
fahrenheit = celsius * 1.8 + 32

keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(1.0), loss="mse")
model.fit(celsius, fahrenheit, epochs=10, verbose=0)

weight, bias = (array.item() for array in model.get_weights())
print(f"learned: fahrenheit = {weight:.2f} * celsius + {bias:.2f}")
print("25 degrees:", model.predict(np.array([[25.0]]), verbose=0))
