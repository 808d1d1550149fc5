import tensorflow as tf

batches = [
    ([1, 0, 1, 0], [0.9, 0.55, 0.7, 0.8]),
    ([0, 1], [0.7, 0.65]),
]

seen = tf.Variable(0.0)
right = tf.Variable(0.0)
of_batches = []

for labels, scores in batches:
    guesses = tf.cast(tf.constant(scores) > 0.6, tf.int32)
    hits = tf.cast(guesses == tf.constant(labels), tf.float32)
    right.assign_add(tf.reduce_sum(hits))
    seen.assign_add(len(labels))
    of_batches.append(tf.reduce_mean(hits))
    print(f"accuracy so far: {right / seen:.4f}")
print(f"mean of the batches: {tf.reduce_mean(of_batches):.4f}")
