import keras
import tensorflow as tf
import tf_keras


def names(folder):
    loaded = tf.saved_model.load(folder)
    signature = loaded.signatures["serving_default"]
    inputs = signature.structured_input_signature[1]
    return f"{list(inputs)} to {list(signature.structured_outputs)}"


old = tf_keras.Sequential([tf_keras.layers.Dense(1, input_shape=(3,))])
old.save("old")
print("Keras 2, save:  ", names("old"))

for folder in "first", "second":
    new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    new.export(folder, verbose=False)
    print("Keras 3, export:", names(folder))

x = keras.Input((3,), name="dense_input")
served = keras.Model(x, {"dense": new(x)})
served.export("served", verbose=False)
print("old names:      ", names("served"))
