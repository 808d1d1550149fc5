import tensorflow as tf

x = tf.random.stateless_normal((96, 2), seed=(0, 1))
y = tf.cast(x[:, :1] * x[:, 1:] > 0.1, "float32")
shapes = (2, 8), (8,), (8, 1), (1,)
weights = [tf.random.stateless_normal(s, seed=(0, 5)) for s in shapes]

w1, b1, w2, b2 = ws = [tf.Variable(w) for w in weights]
moments = [(tf.Variable(w * 0), tf.Variable(w * 0)) for w in ws]


def loss(x, y, drop=0.0, t=0):
    h = tf.tanh(x @ w1 + b1)
    p = tf.nn.experimental.stateless_dropout(h, drop, (1, t)) @ w2 + b2
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(y, p))


losses, t = [float("inf")], 0
while len(losses) - losses.index(min(losses)) <= 5:
    for i in range(0, 64, 16):
        with tf.GradientTape() as tape:
            error = loss(x[i : i + 16], y[i : i + 16], 0.2, t)
        t += 1
        rate = 0.03 * (1 - 0.999**t) ** 0.5 / (1 - 0.9**t)
        gradients = tape.gradient(error, ws)
        for w, (m, s), g in zip(ws, moments, gradients, strict=True):
            m.assign(0.9 * m + 0.1 * g)
            s.assign(0.999 * s + 0.001 * g**2)
            w.assign_sub(rate * m / (s**0.5 + 1e-7))
    losses.append(float(loss(x[64:], y[64:])))
print(f"{len(losses) - 1} epochs: {losses[1]:.3f} to {min(losses):.3f}")
