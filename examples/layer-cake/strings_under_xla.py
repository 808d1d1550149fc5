import keras
import tensorflow as tf


class Digits(keras.layers.Layer):
    def call(self, x):
        return tf.strings.length(tf.strings.as_string(x))


x = tf.constant([[9, 99, 999]])
for supports_jit in True, False:
    digits = Digits()
    digits.supports_jit = supports_jit
    model = keras.Sequential([keras.Input((3,), dtype="int32"), digits])
    model.compile(jit_compile=True)
    print(f"supports_jit={supports_jit}, XLA: {model.jit_compile}")
    try:
        print("  digits:", model.predict(x, verbose=0))
    except tf.errors.InvalidArgumentError as error:
        reason = error.message.partition("No registered ")[2]
        print("  no XLA for", reason.partition(" compatible")[0])
