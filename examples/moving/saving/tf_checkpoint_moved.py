import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0, 3.0]])
dense = tf_keras.layers.Dense(2, input_shape=(3,))
trained = tf_keras.Sequential([dense])
trained.save_weights("cp.ckpt")

dense = tf_keras.layers.Dense(2, input_shape=(3,))
reader = tf_keras.Sequential([dense])
reader.load_weights("cp.ckpt")
new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
new.set_weights(reader.get_weights())
new.save_weights("new.weights.h5")

again = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
again.load_weights("new.weights.h5")
print("the same outputs:", np.array_equal(again(x), trained(x)))
