import keras
import numpy as np

adam = keras.optimizers.Adam(0.1)
x, y = np.ones((4, 2)), np.ones((4, 1))
for name in "first", "second":
    dense = keras.layers.Dense(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((2,)), dense])
    model.compile(adam, "mse")
    losses = model.fit(x, y, epochs=3, verbose=0).history["loss"]
    print(f"{name} model:", [round(loss, 3) for loss in losses])
    print("steps of its optimizer:", int(adam.iterations))
    adam = keras.optimizers.Adam.from_config(adam.get_config())
