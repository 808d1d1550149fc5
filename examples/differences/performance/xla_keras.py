import keras
import numpy as np

x = np.linspace(-1, 1, 64).reshape(16, 4)
y = x.sum(axis=1, keepdims=True)

for jit_compile in ["auto", False, True]:
    keras.utils.set_random_seed(0)
    layers = [keras.Input((4,)), keras.layers.Dense(8, "tanh"), keras.layers.Dense(1)]
    model = keras.Sequential(layers)
    model.compile("sgd", "mse", jit_compile=jit_compile)
    history = model.fit(x, y, epochs=3, shuffle=False, verbose=0)
    losses = np.round(history.history["loss"], 4)
    print(f"asked {jit_compile!s:5}  used {model.jit_compile!s:5}  losses {losses}")
