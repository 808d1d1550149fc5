import tensorflow as tf

try:
    from keras.preprocessing.text import Tokenizer
except ImportError as error:
    print(f"{type(error).__name__}: {error}")
    Tokenizer = tf.keras.preprocessing.text.Tokenizer

texts = ["the cat and the dog", "The cat, the cat and the end."]
tokenizer = Tokenizer()
tokenizer.fit_on_texts(texts)
[numbers] = tokenizer.texts_to_sequences(["and the cat sat"])
print("tf.keras, numbers of 'and the cat sat':", numbers)
