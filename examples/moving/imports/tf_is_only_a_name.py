import tensorflow as tf

try:
    from tf.keras import layers
except ModuleNotFoundError as error:
    print(f"{type(error).__name__}: {error}")

from tensorflow.keras import layers

print("imported:", layers.Dense(3).units, "units")
layers = tf.keras.layers
print("by attribute:", layers.Dense(3).units, "units")
