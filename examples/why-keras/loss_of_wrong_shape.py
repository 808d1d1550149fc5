import keras
import tensorflow as tf

labels = tf.constant([1.0, 2.0, 3.0])
guesses = tf.constant([[1.0], [2.0], [3.0]])  # all of them right

differences = labels - guesses
loss = tf.reduce_mean(differences**2).numpy().round(4)
print("by hand: loss", loss, "of differences", differences.shape)

loss = keras.losses.MeanSquaredError()(labels, guesses).numpy()
print("by Keras: loss", loss)
