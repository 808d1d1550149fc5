import tensorflow as tf


@tf.custom_gradient
def clipped(x):
    return tf.identity(x), lambda dy: tf.clip_by_norm(dy, clip_norm=1.0)


for name, passed_on in ("plain", tf.identity), ("clipped", clipped):
    x = tf.Variable(3.0)
    for step in range(30):
        with tf.GradientTape() as tape:
            loss = passed_on(x) ** 4
        gradient = tape.gradient(loss, x)
        if step == 0:
            print(f"{name:7} loss {loss:.0f}", end=", ")
            print(f"gradient {gradient:.0f}", end=", ")
        x.assign_sub(0.1 * gradient)
    print(f"x after 30 steps {x.numpy():.2f}")
