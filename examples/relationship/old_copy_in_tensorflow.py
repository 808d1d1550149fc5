import importlib

import tensorflow as tf
from tensorflow.python import keras as private

print(private.__name__)
flatten = private.layers.Flatten()
same = type(flatten) is tf.keras.layers.Flatten
print("the Flatten of tf.keras:", same)
try:
    tf.keras.Sequential([flatten])
except ValueError as error:
    print("ValueError:", str(error).partition(" Received")[0])
try:
    importlib.import_module("tensorflow.python.keras.preprocessing")
except ModuleNotFoundError as error:
    print(error)
