import keras
import tensorflow as tf
import tf_keras

for module in keras, tf.keras:
    try:
        print(module.__internal__)
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")

x = keras.Input((3,))
print("keras:", isinstance(x, keras.KerasTensor))
old = tf_keras.Input((3,))
KerasTensor = tf_keras.__internal__.KerasTensor
print("tf_keras:", isinstance(old, KerasTensor))
