"""The one file that asks which Keras there is."""

import os
from types import SimpleNamespace

flag = os.environ.get("TF_USE_LEGACY_KERAS")
is_keras_2 = flag in ("1", "true", "True")
if not is_keras_2:
    try:
        import keras
        from keras import ops
    except ImportError:  # no Keras, or one without ops
        is_keras_2 = True
if is_keras_2:
    import tensorflow as tf
    from tensorflow import keras

    ops = SimpleNamespace(
        abs=tf.abs,
        cast=tf.cast,
        max=tf.reduce_max,
        maximum=tf.maximum,
        mean=tf.reduce_mean,
    )
__all__ = ["keras", "ops"]
