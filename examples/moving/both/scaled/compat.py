"""The one file that asks which Keras there is."""

import os
from types import SimpleNamespace


def find_keras():
    """Keras 3, unless it is missing or Keras 2 was asked for."""
    flag = os.environ.get("TF_USE_LEGACY_KERAS")
    if flag not in ("1", "true", "True"):
        try:
            import keras

            keras.ops  # Keras 2 has no such module
            return keras
        except (ImportError, AttributeError):
            pass
    from tensorflow import keras

    return keras


keras = find_keras()
if hasattr(keras, "ops"):
    ops = keras.ops
else:
    import tensorflow as tf

    ops = SimpleNamespace(
        abs=tf.abs,
        cast=tf.cast,
        max=tf.reduce_max,
        maximum=tf.maximum,
        mean=tf.reduce_mean,
    )
