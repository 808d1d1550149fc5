import tensorflow as tf

w1 = tf.Variable([[-2.0, 3], [1, -1], [1, -2]])
b1 = tf.Variable([0.5, 1])
w2, b2 = tf.Variable([[4.0], [2]]), tf.Variable([-4.0])

x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
with tf.GradientTape() as tape:
    tape.watch(x)  # an input is not a variable: the tape must be told
    hidden = tf.nn.relu(x @ w1 + b1)
    score = hidden @ w2 + b2
print("hidden", *hidden.numpy())
print("score", score.numpy().ravel())
print("gradient with respect to the input")
print(tape.gradient(score, x).numpy())

with tf.GradientTape() as tape:
    score = tf.nn.relu(x @ w1 + b1) @ w2 + b2
to_input, to_bias = tape.gradient(score, [x, b2])
print(f"without watch: {to_input} for x, {to_bias} for a bias")
