import tensorflow as tf

for name in "placeholder", "Session":
    try:
        getattr(tf, name)
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")


@tf.function
def line(x):
    return 2 * x + 1


print("a function:", line(tf.constant([3.0, -4.0])).numpy())

v1 = tf.compat.v1
with tf.Graph().as_default(), v1.Session() as session:
    x = v1.placeholder(tf.float32)
    print("a session: ", session.run(2 * x + 1, {x: [3.0, -4.0]}))
