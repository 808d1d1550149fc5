import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"  # some libraries set it

import tensorflow as tf
from keras import layers

try:
    tf.keras.Sequential([layers.Flatten()])
except TypeError as error:
    words, found, kind = str(error).partition("of type ")
    print(f"{type(error).__name__}: {words.partition(' Received')[0]}")
    print(found + kind)
