import tensorflow as tf

labels = tf.constant([0, 2, 2])
logits = tf.constant(
    [
        [4.0, 1.0, 0.0],
        [0.5, 0.5, 2.0],
        [1.0, 3.0, -1.0],
    ]
)

log_sum = tf.reduce_logsumexp(logits, axis=1, keepdims=True)
log_probabilities = logits - log_sum
picked = tf.gather(log_probabilities, labels, batch_dims=1)
loss = -tf.reduce_mean(picked)

print("cross-entropy:", round(float(loss), 5))
