import tensorflow as tf

variables = {}
for layer in "used", "side":
    variables[f"{layer}/kernel"] = tf.Variable(tf.ones((2, 3)))
    variables[f"{layer}/bias"] = tf.Variable(tf.ones(3))
x = tf.ones((4, 2))


def report(title, make_loss):
    with tf.GradientTape() as tape:
        loss = make_loss(x @ variables["used/kernel"] + variables["used/bias"])
    gradients = tape.gradient(loss, variables)
    names = [name for name, g in gradients.items() if g is None]
    print(f"{title:9} loss {loss:5.1f}, None for", *names)


report("tensors", lambda p: tf.reduce_sum(p**2))
report("by NumPy", lambda p: tf.reduce_sum(tf.constant(p.numpy()) ** 2))
report("by argmax", lambda p: tf.reduce_sum(tf.cast(tf.argmax(p, 1), p.dtype)))

whole = tf.Variable([1, 2])
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(whole * whole)
print("whole numbers:", loss.numpy(), "and", tape.gradient(loss, whole))
