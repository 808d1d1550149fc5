import keras
import numpy as np

x, y = np.ones((4, 1)), np.ones((4, 1))
base, head = keras.layers.Dense(1, name="base"), keras.layers.Dense(1)
model = keras.Sequential([keras.Input((1,)), base, head])

base.trainable = False
adam = keras.optimizers.Adam()
model.compile(adam, "mse")
model.fit(x, y, verbose=0)

base.trainable = True
for optimizer in [adam, keras.optimizers.Adam(1e-5)]:
    model.compile(optimizer, "mse")
    try:
        model.fit(x, y, verbose=0)
        print("a new optimizer: trained")
    except ValueError as error:
        print("the same one:", str(error).partition(",")[0])
