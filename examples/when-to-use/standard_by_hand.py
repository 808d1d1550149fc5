import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 2)).astype("float32")
y = (x[:, :1] * x[:, 1:] > 0.1).astype("float32")
w1 = tf.Variable(rng.normal(size=(2, 8)).astype("float32"))
w2 = tf.Variable(rng.normal(size=(8, 1)).astype("float32"))
b1, b2 = tf.Variable(tf.zeros(8)), tf.Variable(tf.zeros(1))


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        logits = tf.nn.tanh(x @ w1 + b1) @ w2 + b2
        losses = tf.nn.sigmoid_cross_entropy_with_logits(y, logits)
        loss = tf.reduce_mean(losses)
    variables = [w1, b1, w2, b2]
    for v, g in zip(variables, tape.gradient(loss, variables), strict=True):
        v.assign_sub(0.5 * g)
    return loss


for epoch in range(30):
    losses = [step(x[i : i + 16], y[i : i + 16]) for i in range(0, 64, 16)]
    if epoch % 10 == 9:
        print(f"epoch {epoch + 1} loss {np.mean(losses):.3f}")
