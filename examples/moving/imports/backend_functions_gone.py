import keras
import numpy as np
import tensorflow as tf

x = np.array([1.0, 2.0, 4.5])
for backend in keras.backend, tf.keras.backend:
    try:
        print(backend.mean(x))
    except AttributeError as error:
        print(f"{type(error).__name__}: {error}")

print("tf.keras.backend, a tensor:", end=" ")
print(float(tf.keras.backend.mean(tf.constant(x))))
print("keras.ops, an array:", float(keras.ops.mean(x)))
