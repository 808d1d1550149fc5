import keras
import numpy as np
import tensorflow as tf
import tf_keras

tf.compat.v1.disable_eager_execution()

x, y = np.ones((4, 2)), np.ones((4, 1))
for family in [keras, tf_keras]:
    model = family.Sequential([family.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    try:
        model.fit(x, y, verbose=0)
        print(f"{family.__name__}: trained")
    except RuntimeError as error:
        print(f"{family.__name__}: RuntimeError: {error}")
