import keras
import tensorflow as tf
from tensorflow.keras.preprocessing.sequence import pad_sequences

print("one function:", pad_sequences is keras.utils.pad_sequences)

numbers = [[3, 2], [4, 2, 3]]
print("pad_sequences:", pad_sequences(numbers).tolist())
padded = pad_sequences(numbers, padding="post")
print("padding='post':", padded.tolist())

words = ["the", "cat", "and"]
to_numbers = keras.layers.TextVectorization(vocabulary=words)
sentences = tf.constant(["cat the", "and the cat"])
print("TextVectorization:", to_numbers(sentences).numpy().tolist())
