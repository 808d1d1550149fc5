import keras
import tf_keras

dense = tf_keras.layers.Dense(2, input_shape=(3,))
tf_keras.Sequential([dense]).save_weights("cp.ckpt")

new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
try:
    new.load_weights("cp.ckpt")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
