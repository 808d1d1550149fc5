import keras
import tensorflow as tf


def by_attribute():
    try:
        return "found " + tf.keras.saving.load_model.__name__
    except AttributeError as error:
        return f"AttributeError: {error}"


def by_import():
    from tensorflow.keras.saving import load_model

    return "found " + load_model.__name__


print("tf.keras.saving          ", by_attribute())
print("from tensorflow.keras ...", by_import())
print("tf.keras.saving again    ", by_attribute())
print("keras.saving             ", "found " + keras.saving.load_model.__name__)
