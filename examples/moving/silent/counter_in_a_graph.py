import tensorflow as tf

python_count = 0
graph_count = tf.Variable(0)


@tf.function
def double(x):
    global python_count
    python_count += 1
    graph_count.assign_add(1)
    return 2 * x


for value in tf.range(5.0):
    double(value)
print("counted in Python:     ", python_count)
print("counted by tf.Variable:", graph_count.numpy())
