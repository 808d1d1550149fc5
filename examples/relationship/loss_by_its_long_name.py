import keras
import tensorflow as tf

try:
    print(tf.keras.losses.mean_squared_error)
except AttributeError as error:
    print("AttributeError:", error, sep="\n  ")

try:
    from tensorflow.keras.losses import mean_squared_error

    print(mean_squared_error)
except ImportError as error:
    print("ImportError:", str(error).partition(" (")[0], sep="\n  ")

mse = keras.losses.mean_squared_error
MSE = keras.losses.MeanSquaredError
print("by string:", tf.keras.losses.get("mean_squared_error") is mse)
print("by class: ", tf.keras.losses.MeanSquaredError is MSE)

both = tf.keras.losses.huber is keras.losses.huber
print("huber is the same function in both:", both)
for name in dir(keras.losses):
    if not hasattr(tf.keras.losses, name):
        print("not in tf.keras.losses:", name)
