import keras
import numpy as np
import tensorflow as tf

inputs = keras.Input((2,))
used = keras.layers.Dense(3, name="used")(inputs)
side = keras.layers.Dense(3, name="side")(inputs)
model = keras.Model(inputs, [used, side])
x = np.ones((4, 2), "float32")


def report(title, make_loss):
    with tf.GradientTape() as tape:
        loss = make_loss(model(x)[0])
    gradients = tape.gradient(loss, model.trainable_variables)
    pairs = zip(model.trainable_variables, gradients, strict=True)
    print(f"{title:9} None for", *(v.path for v, g in pairs if g is None))


report("tensors", lambda p: tf.reduce_mean(p**2))
report("by NumPy", lambda p: tf.reduce_mean(tf.constant(p.numpy()) ** 2))
report("by argmax", lambda p: tf.reduce_mean(tf.cast(tf.argmax(p, 1), "float32")))
