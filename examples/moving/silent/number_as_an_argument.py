import tensorflow as tf

traced = []


@tf.function
def scale(x, factor):
    traced.append(factor)  # Python runs only while tracing
    return x * factor


x = tf.constant(3.0)
factors = [0.1, 0.2, 0.3, 0.4, 0.5]
for kind in float, tf.constant:
    traced.clear()
    results = [f"{scale(x, kind(factor)):.1f}" for factor in factors]
    print(f"{kind.__name__:8} {len(traced)} traced:", *results)
