import keras
import numpy as np
import tensorflow as tf
import tf_keras

x = np.array([[1.0, 2.0, 3.0]], "float32")
new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])

new.save_weights("new.weights.h5")
dense = tf_keras.layers.Dense(2, input_shape=(3,))
old = tf_keras.Sequential([dense])
old.load_weights("new.weights.h5")
print("rebuilt in Keras 2:", np.array_equal(old(x), new(x)))

new.export("folder", verbose=False)
served = tf.saved_model.load("folder")
print("exported folder:   ", np.allclose(served.serve(x), new(x)))
