import warnings

import keras
import tensorflow as tf
import tf_keras

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    sgd = keras.optimizers.SGD(0.1, decay=1.0)
print(f"keras: {caught[0].category.__name__}: {caught[0].message}")
weight = keras.Variable(1.0)
for step in range(3):
    sgd.apply([tf.constant(1.0)], [weight])
    print(f"step {step + 1}: {float(weight):.3f}")
try:
    tf_keras.optimizers.SGD(0.1, decay=1.0)
except ValueError as error:
    print(f"tf_keras: {type(error).__name__}: {error}")
