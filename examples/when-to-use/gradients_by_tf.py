import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x, y = rng.normal(size=(8, 3)), np.ones((8, 1))
variables = {}
for layer, shape in ("first", (3, 4)), ("second", (4, 4)), ("last", (4, 1)):
    for name, size in ("kernel", shape), ("bias", shape[1:]):
        variables[f"{layer}/{name}"] = tf.Variable(rng.normal(size=size))

with tf.GradientTape() as tape:
    h = tf.sigmoid(x @ variables["first/kernel"] + variables["first/bias"])
    h = tf.sigmoid(h @ variables["second/kernel"] + variables["second/bias"])
    p = h @ variables["last/kernel"] + variables["last/bias"]
    loss = tf.reduce_mean((y - p) ** 2)
gradients = tape.gradient(loss, variables)

print(f"loss {loss:.3f}")
for name, g in gradients.items():
    print(f"{name:13} {g.shape!s:7} norm {tf.norm(g):.3f}")
