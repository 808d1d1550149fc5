import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0, 3.0]])
dense = tf_keras.layers.Dense(2, input_shape=(3,))
old = tf_keras.Sequential([dense])
old.save("old.keras")

new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
print("the same outputs before:", np.array_equal(new(x), old(x)))
new.load_weights("old.keras")
print("the same outputs after: ", np.array_equal(new(x), old(x)))
