import keras
import tensorflow as tf
import tf_keras

options = tf.saved_model.SaveOptions()
for family in tf_keras, keras:
    model = family.Sequential([family.layers.Dense(1)])
    model.build((None, 3))
    for arguments in {"options": options}, {}:
        try:
            model.save("model.keras", **arguments)
            print(f"{family.__name__}: saved")
        except ValueError as error:
            print(f"{family.__name__}: {type(error).__name__}: {error}")
