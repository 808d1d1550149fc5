import tensorflow as tf
from tensorflow.python import keras as private

print(private.__name__)
dense = private.layers.Dense(3)
print("the Dense of tf.keras:", type(dense) is tf.keras.layers.Dense)
try:
    tf.keras.Sequential([dense])
except ValueError as error:
    print("ValueError:", str(error).partition(" Received")[0])
