import keras
import tf_keras

print("tf_keras:", float(tf_keras.optimizers.Adam(0.25).lr))
try:
    print("keras:", float(keras.optimizers.Adam(0.25).lr))
except AttributeError as error:
    print(f"keras: {type(error).__name__}: {error}")
