import tensorflow as tf

try:
    tf.keras.optimizers.legacy.Adam(0.5)
except ImportError as error:
    print(f"{type(error).__name__}: {error}")
