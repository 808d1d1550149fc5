import tensorflow as tf

weight = tf.Variable(5.0)
mean = tf.Variable(0.0)
square = tf.Variable(0.0)

for step in range(1, 4):
    with tf.GradientTape() as tape:
        loss = weight**2
    gradient = tape.gradient(loss, weight)
    mean.assign(0.9 * mean + 0.1 * gradient)
    square.assign(0.999 * square + 0.001 * gradient**2)
    mean_hat = mean / (1 - 0.9**step)
    square_hat = square / (1 - 0.999**step)
    weight.assign_sub(0.5 * mean_hat / (tf.sqrt(square_hat) + 1e-7))
    print(f"step {step}: weight {weight.numpy():.4f}")
