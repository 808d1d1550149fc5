import keras
import numpy as np

x = np.random.default_rng(0).random((32, 4), "float32")
y = x.sum(axis=1, keepdims=True)


def train(batch_size, steps):
    dense = keras.layers.Dense(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((4,)), dense])
    adam = keras.optimizers.Adam(0.1, gradient_accumulation_steps=steps)
    model.compile(adam, "mse")
    model.fit(x, y, batch_size, epochs=3, shuffle=False, verbose=0)
    kernel = model.get_weights()[0].ravel().round(3)
    print(f"{batch_size} rows, steps {steps}:", end=" ")
    print(f"iterations {int(adam.iterations)}, kernel {kernel}")


train(batch_size=16, steps=None)
train(batch_size=4, steps=4)
train(batch_size=4, steps=None)
