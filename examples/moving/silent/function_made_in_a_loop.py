import tensorflow as tf

traced = []


def double(x):
    traced.append(x)  # Python runs only while tracing
    return 2 * x


batches = [tf.constant(number) for number in [1.0, 2.0, 3.0, 4.0]]

outside = tf.function(double)
for batch in batches:
    outside(batch)
print("made before the loop, traced:", len(traced))

traced.clear()
for batch in batches:
    inside = tf.function(double)
    inside(batch)
print("made in the loop, traced:", len(traced))
