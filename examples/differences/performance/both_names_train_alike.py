import keras
import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 64).reshape(16, 4)
y = x.mean(axis=1)

for name, library in {"tf.keras": tf.keras, "keras": keras}.items():
    library.utils.set_random_seed(0)
    library.mixed_precision.set_global_policy("mixed_float16")
    layer = library.layers.Dense(1)
    model = library.Sequential([library.Input((4,)), layer])
    model.compile("sgd", "mse", jit_compile=True)
    losses = model.fit(x, y, epochs=3, verbose=0).history["loss"]
    print(f"{name:8} computes in {layer.compute_dtype},", end=" ")
    print(f"XLA {model.jit_compile}, losses {np.round(losses, 3)}")
