import keras
import tensorflow as tf

try:
    print(tf.keras.losses.mean_squared_error)
except AttributeError as error:
    print("AttributeError:", error)

try:
    from tensorflow.keras.losses import mean_squared_error
except ImportError as error:
    mean_squared_error = keras.losses.mean_squared_error
    print("ImportError:   ", str(error).partition(" (")[0])

print("by string:", tf.keras.losses.get("mean_squared_error") is mean_squared_error)
print("by class: ", tf.keras.losses.MeanSquaredError is keras.losses.MeanSquaredError)
