import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x, y = rng.normal(size=(8, 3)), np.ones((8, 1))
model = keras.Sequential([keras.Input((3,))])
model.add(keras.layers.Dense(4, "sigmoid", name="first"))
model.add(keras.layers.Dense(4, "sigmoid", name="second"))
model.add(keras.layers.Dense(1, name="last"))
for v in model.weights:
    v.assign(rng.normal(size=v.shape))

with tf.GradientTape() as tape:
    loss = keras.losses.MeanSquaredError()(y, model(x))
gradients = tape.gradient(loss, model.trainable_variables)

print(f"loss {loss:.3f}")
for v, g in zip(model.trainable_variables, gradients, strict=True):
    print(f"{v.path:24} {g.shape!s:7} norm {tf.norm(g):.3f}")
