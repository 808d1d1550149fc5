import tensorflow as tf


@tf.function
def square_root(a):
    root, steps = a, 0
    while abs(root * root - a) > 1e-6 * a:
        root, steps = (root + a / root) / 2, steps + 1
    return root, steps


for a in 2.0, 900.0:
    root, steps = square_root(tf.constant(a))
    print(f"root of {a:5} is {root:7.4f} after {steps} steps")
print("traces:", square_root.experimental_get_tracing_count())
