import keras
import tensorflow as tf

for short in ("MSE", "MAE", "KLD"):
    try:
        getattr(keras.losses, short)
    except AttributeError as error:
        function = getattr(tf.keras.losses, short)
        same = getattr(keras.losses, function.__name__)
        print("AttributeError:", error)
        print("  the name that works:", same.__name__, "-", same is function)
