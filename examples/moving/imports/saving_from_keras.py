import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable("mine")
class Double(tf.keras.layers.Layer):
    def call(self, x):
        return 2 * x


model = tf.keras.Sequential([tf.keras.Input((1,)), Double()])
model.save("double.keras")
loaded = keras.saving.load_model("double.keras")
print("registered as:", keras.saving.get_registered_name(Double))
doubled = loaded(np.array([[3.0]])).numpy()
print("the loaded model doubles 3 to", doubled)
