import tensorflow as tf

x = tf.Variable(5.0)
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = x**2
    gradient = tape.gradient(loss, x)
    print(f"{type(x).__name__:16} loss {loss:.1f}, gradient", gradient)
    x.assign_sub(0.1 * gradient)
