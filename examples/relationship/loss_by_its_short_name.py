import keras
import tensorflow as tf

for short in "MSE", "MAE", "KLD":
    try:
        getattr(keras.losses, short)
    except AttributeError as error:
        print("AttributeError:", error)
        function = getattr(tf.keras.losses, short)
        long = function.__name__
        same = getattr(keras.losses, long) is function
        print(f"  keras.losses.{long} is the same function: {same}")
