import keras
import tensorflow as tf

texts = ["the cat and the dog", "The cat, the cat and the end."]
new = ["and the cat sat"]

old = tf.keras.preprocessing.text.Tokenizer(oov_token="[UNK]")
old.fit_on_texts(texts)
print("Tokenizer, oov_token:", old.texts_to_sequences(new)[0])

layer = keras.layers.TextVectorization()
layer.adapt(texts)
print("TextVectorization:   ", layer(new)[0].numpy().tolist())
