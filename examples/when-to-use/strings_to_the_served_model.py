import keras
import tensorflow as tf

lookup = keras.layers.StringLookup(vocabulary=["cat", "dog"])
animal = keras.Input((1,), dtype="string", name="animal")
one_hot = keras.layers.CategoryEncoding(3)(lookup(animal))
model = keras.Model(animal, keras.layers.Dense(1)(one_hot))
model.export("folder", verbose=False)

serve = tf.saved_model.load("folder").signatures["serving_default"]
for word in "dog", "horse":
    text = tf.constant([[word]])
    [answer] = serve(animal=text).values()
    print(word, "as the model:", answer.numpy() == model(text).numpy())
