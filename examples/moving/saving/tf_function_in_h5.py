import keras
import tensorflow as tf
import tf_keras

inputs = tf_keras.Input((3,))
dense = tf_keras.layers.Dense(2)(inputs)
mean = tf.reduce_mean(dense, axis=-1)
first = dense[:, 0]

for outputs in mean, first:
    tf_keras.Model(inputs, outputs).save("old.h5")
    try:
        keras.models.load_model("old.h5")
    except ValueError as error:
        print(f"{type(error).__name__}: {str(error).split('. ')[0]}.")
