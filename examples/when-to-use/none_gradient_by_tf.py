import tensorflow as tf

variables = {}
for layer in "used", "side":
    variables[f"{layer}/kernel"] = tf.Variable(tf.ones((2, 3)))
    variables[f"{layer}/bias"] = tf.Variable(tf.zeros(3))
x = tf.ones((4, 2))


def report(title, make_loss):
    with tf.GradientTape() as tape:
        loss = make_loss(x @ variables["used/kernel"] + variables["used/bias"])
    gradients = tape.gradient(loss, variables)
    print(f"{title:9} None for", *(n for n, g in gradients.items() if g is None))


report("tensors", lambda p: tf.reduce_mean(p**2))
report("by NumPy", lambda p: tf.reduce_mean(tf.constant(p.numpy()) ** 2))
report("by argmax", lambda p: tf.reduce_mean(tf.cast(tf.argmax(p, 1), "float32")))

whole = tf.Variable([1, 2])
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(whole * whole)
print("whole numbers:", tape.gradient(loss, whole))
