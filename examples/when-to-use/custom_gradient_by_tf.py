import tensorflow as tf


@tf.custom_gradient
def log1pexp(x):
    e = tf.exp(x)
    return tf.math.log(1 + e), lambda dy: dy * (1 - 1 / (1 + e))


def plain(x):
    return tf.math.log(1 + tf.exp(x))


x = tf.constant([0.0, 10.0, 100.0])
for function in plain, log1pexp:
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    print(f"{function.__name__:8}", tape.gradient(y, x).numpy().round(4))

theory, numeric = tf.test.compute_gradient(log1pexp, [tf.constant([0.5, 1.0])])
print("checked by differences:", abs(theory[0] - numeric[0]).max() < 1e-3)
