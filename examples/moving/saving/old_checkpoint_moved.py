import keras
import numpy as np
import tensorflow as tf
import tf_keras

x = np.ones((1, 3))
old = tf_keras.Sequential([tf_keras.layers.Dense(2, input_shape=(3,))])
adam = tf_keras.optimizers.Adam()
adam.build(old.trainable_variables)
path = tf.train.Checkpoint(model=old, optimizer=adam).save("old/ckpt")

dense = tf_keras.layers.Dense(2, input_shape=(3,))
reader = tf_keras.Sequential([dense])
status = tf.train.Checkpoint(model=reader).restore(path)
status.assert_existing_objects_matched()
new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
new.set_weights(reader.get_weights())
print("as in the old model:", np.allclose(new(x), old(x)))

path = tf.train.Checkpoint(model=new).save("new/ckpt")
again = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
tf.train.Checkpoint(model=again).restore(path).assert_consumed()
print("from its own checkpoint:", np.allclose(again(x), old(x)))
