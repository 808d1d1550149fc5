import keras
import numpy as np

x = np.linspace(-1, 1, 64).reshape(16, 4)
y = x.sum(axis=1, keepdims=True)

for jit_compile in [False, True]:
    keras.utils.set_random_seed(0)
    hidden = keras.layers.Dense(8, "tanh")
    model = keras.Sequential([hidden, keras.layers.Dense(1)])
    model.compile("sgd", "mse", jit_compile=jit_compile)
    history = model.fit(x, y, epochs=3, shuffle=False, verbose=0)
    losses = np.round(history.history["loss"], 4)
    print(f"XLA {model.jit_compile!s:5}  losses {losses}")
