import keras
import numpy as np
import tensorflow as tf

labels = np.array([1])
logits = np.array([[200.0, 20.0, 0.0]], "float32")

exponentials = tf.exp(logits)
probabilities = exponentials / tf.reduce_sum(exponentials)
loss = -tf.math.log(probabilities[0, 1])
print("dividing exponentials:", loss.numpy())

loss = tf.reduce_logsumexp(logits) - logits[0, 1]
print("subtracting logsumexp:", loss.numpy())

entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
print("Keras, from_logits:   ", entropy(labels, logits).numpy())
