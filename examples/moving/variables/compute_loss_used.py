import keras
import numpy as np
import tensorflow as tf


class Net(keras.Sequential):
    def train_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, weight)
            scaled = self.optimizer.scale_loss(loss)
        weights = self.trainable_variables
        self.optimizer.apply(tape.gradient(scaled, weights), weights)
        self.metrics[0].update_state(loss, sample_weight=tf.shape(x)[0])
        return self.compute_metrics(x, y, y_pred, weight)


x, y = np.ones((3, 1)), np.array([[3.0], [3.0], [6.0]])
by_row = {"sample_weight": np.array([1.0, 2.0, 1.0])}
for kind in Net, keras.Sequential:
    model = kind([keras.Input((1,)), keras.layers.Dense(1)])
    model.set_weights([np.zeros((1, 1)), np.zeros(1)])
    sgd = keras.optimizers.SGD(0.0)
    model.compile(sgd, "mse", weighted_metrics=["mse"])
    for weights in {}, by_row, {"class_weight": {3: 1.0, 6: 2.0}}:
        log = model.fit(x, y, 2, shuffle=False, verbose=0, **weights)
        print(kind.__name__, *weights, log.history)
