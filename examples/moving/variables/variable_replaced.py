import tensorflow as tf

w = tf.Variable(5.0)
for step in 1, 2:
    with tf.GradientTape() as tape:
        loss = w**2
    gradient = tape.gradient(loss, w)
    print(f"step {step}: {type(w).__name__}, gradient {gradient}")
    try:
        w = w - 0.1 * gradient
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
try:
    w.assign_sub(1.0)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
