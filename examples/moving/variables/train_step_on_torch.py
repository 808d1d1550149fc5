# /// script
# dependencies = ["torch"]
# ///
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np


class OwnStep(keras.Sequential):
    def train_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        self.zero_grad()
        y_pred = self(x, training=True)
        loss = self.compute_loss(x, y, y_pred, weight)
        self.optimizer.scale_loss(loss).backward()
        gradients = [w.value.grad for w in self.trainable_weights]
        self.optimizer.apply(gradients, self.trainable_weights)
        self.metrics[0].update_state(loss, sample_weight=len(x))
        return self.compute_metrics(x, y, y_pred, weight)


x, weight = np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 3.0])
for kind in OwnStep, keras.Sequential:
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    model = kind([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.125), "mse", metrics=["mae"])
    log = model.fit(x, 3 * x, sample_weight=weight, epochs=2, verbose=0)
    print(kind.__name__, log.history)
