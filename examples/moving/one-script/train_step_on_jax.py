import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


class OwnStep(keras.Model):
    def train_step(self, data):
        return {}


class OwnLoss(keras.Model):
    def compute_loss(self, x, y, y_pred, sample_weight, training=True):
        return keras.ops.mean(keras.ops.abs(y - y_pred))


inputs = keras.Input((1,))
x, y = np.ones((4, 1)), np.full((4, 1), 7.0)
for kind in OwnStep, OwnLoss:
    layer = keras.layers.Dense(1, kernel_initializer="ones")
    model = kind(inputs, layer(inputs))
    model.compile("sgd")
    try:
        run = model.fit(x, y, verbose=0)
        print("changed: loss", run.history["loss"])
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
