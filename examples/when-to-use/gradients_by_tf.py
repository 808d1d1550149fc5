import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x, y = rng.normal(size=(8, 3)), np.ones((8, 1))
shapes = {"first": (3, 4), "second": (4, 4), "last": (4, 1)}
variables = {}
for layer, shape in shapes.items():
    for name, size in ("kernel", shape), ("bias", shape[1:]):
        start = rng.normal(size=size)
        variables[f"{layer}/{name}"] = tf.Variable(start)

with tf.GradientTape() as tape:
    w1, b1, w2, b2, w3, b3 = variables.values()
    h = tf.sigmoid(x @ w1 + b1)
    h = tf.sigmoid(h @ w2 + b2)
    loss = tf.reduce_mean((y - (h @ w3 + b3)) ** 2)
gradients = tape.gradient(loss, variables)

print(f"loss {loss:.3f}")
for name, g in gradients.items():
    print(f"{name:13} {g.shape!s:7} norm {tf.norm(g):.3f}")
