import tensorflow as tf

x, w = tf.constant([[1.0, 2.0]]), tf.Variable([[1.0, -2.0], [0.5, 1.5]])
side = tf.Variable([3.0, -1.0])


def report(title, variable, make_loss):
    with tf.GradientTape() as tape:
        loss = make_loss()
    g = tape.gradient(loss, variable)
    found = "None" if g is None else f"norm {tf.norm(g):.3f}"
    print(f"{title:18} {found:12} loss", loss.numpy().round(3))


report("not in the loss", side, lambda: tf.reduce_sum((x @ w) ** 2))
report("  in the loss", side, lambda: tf.reduce_sum((x @ w + side) ** 2))
report("detour by NumPy", w, lambda: tf.reduce_sum((x @ w).numpy() ** 2))
report("  no detour", w, lambda: tf.reduce_sum((x @ w) ** 2))
report("tf.argmax", w, lambda: tf.argmax(x @ w, axis=1))
report("  tf.nn.softmax", w, lambda: tf.nn.softmax(x @ w)[0, 1])
whole, real = tf.Variable([1, 2]), tf.Variable([1.0, 2.0])
report("whole numbers", whole, lambda: tf.reduce_sum(whole * whole))
report("  real numbers", real, lambda: tf.reduce_sum(real * real))
