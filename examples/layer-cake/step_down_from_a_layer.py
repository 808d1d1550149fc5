import keras
import numpy as np
import tensorflow as tf


class FrequencyFeatures(keras.layers.Layer):
    def call(self, x):
        return tf.abs(tf.signal.rfft(x))


model = keras.Sequential([keras.Input((8,)), FrequencyFeatures()])
wave = tf.sin(tf.range(8.0) * np.pi / 2)  # two turns in eight samples

print("keras model  ", model.input_shape, "->", model.output_shape)
print("by the model ", model(wave[None]).numpy().round())
print("by predict   ", model.predict(wave[None], verbose=0).round())
