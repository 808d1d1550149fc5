import warnings

import keras
import numpy as np
import tensorflow as tf


class Net(keras.Sequential):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compiled_loss(y, y_pred)
        weights = self.trainable_variables
        self.optimizer.apply(tape.gradient(loss, weights), weights)
        self.compiled_metrics.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}


model = Net([keras.Input((1,)), keras.layers.Dense(1)])
model.set_weights([np.full((1, 1), 2.0), np.zeros(1)])
model.compile("sgd", "mse", metrics=["mae", "mse"])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    log = model.fit(np.ones((4, 1)), 3 * np.ones((4, 1)), verbose=0)
for message in dict.fromkeys(str(each.message) for each in caught):
    print(message)
print(log.history)
