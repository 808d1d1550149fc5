import keras
import numpy as np
import tensorflow as tf

left, right = keras.Input((1,)), keras.Input((1,))
try:
    tf.concat([left, right], axis=-1)
except ValueError as error:
    print(f"{type(error).__name__}:", str(error).splitlines()[0])

joined = keras.layers.concatenate([left, right])
model = keras.Model([left, right], joined)
one, two = np.array([[1.0]]), np.array([[2.0]])
print("changed:", model.predict([one, two], verbose=0))
