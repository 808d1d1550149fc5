import keras
import numpy as np
import tensorflow as tf
import tf_keras

x = np.ones((1, 3))
old = tf_keras.Sequential([tf_keras.layers.Dense(2, input_shape=(3,))])
path = tf.train.Checkpoint(model=old).save("old/ckpt")

new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
before = new(x)
status = tf.train.Checkpoint(model=new).restore(path)
print("as before:", np.array_equal(new(x), before))
print("as in the old model:", np.allclose(new(x), old(x)))
try:
    status.assert_existing_objects_matched()
except AssertionError as error:
    print(f"{type(error).__name__}: {str(error).partition('. ')[0]}")
status.expect_partial()
