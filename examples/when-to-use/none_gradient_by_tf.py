import tensorflow as tf

x, w = tf.constant([[1.0, 2.0]]), tf.Variable([[1.0, -2.0], [0.5, 1.5]])
u = tf.Variable([[3.0, -1.0], [1.0, 2.0]])


def show(title, variable, make_loss):
    with tf.GradientTape() as tape:
        loss = make_loss()
    g = tape.gradient(loss, variable)
    found = "None" if g is None else f"norm {tf.norm(g):.3f}"
    print(f"{title:18} {found:12} loss", loss.numpy().round(3))


show("not in the loss", u, lambda: tf.reduce_sum((x @ w) ** 2))
show("  in the loss", u, lambda: tf.reduce_sum((x @ w + x @ u) ** 2))
show("detour by NumPy", w, lambda: tf.reduce_sum((x @ w).numpy() ** 2))
show("  no detour", w, lambda: tf.reduce_sum((x @ w) ** 2))
show("tf.argmax", w, lambda: tf.argmax(x @ w, axis=1))
show("  tf.nn.softmax", w, lambda: tf.nn.softmax(x @ w)[0, 1])
whole, real = tf.Variable([1, 2]), tf.Variable([1.0, 2.0])
show("whole numbers", whole, lambda: tf.reduce_sum(whole * whole))
show("  real numbers", real, lambda: tf.reduce_sum(real * real))
