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


print(f"tf.keras.saving\n  {by_attribute()}")
print(f"from tensorflow.keras.saving import ...\n  {by_import()}")
print(f"tf.keras.saving once more\n  {by_attribute()}")
print(f"keras.saving\n  found {keras.saving.load_model.__name__}")
