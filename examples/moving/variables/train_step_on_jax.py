# /// script
# [tool.check]
# long = "a step that keeps its metrics takes these lines"
# ///
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np


class OwnStep(keras.Sequential):
    def train_step(self, state, data):
        weights, others, slots, metrics = state
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        gradient = jax.value_and_grad(
            self.compute_loss_and_updates, has_aux=True
        )
        (_, kept), grads = gradient(
            weights, others, metrics, x, y, weight, True, slots
        )
        loss, y_pred, others, metrics = kept
        update = self.optimizer.stateless_apply
        weights, slots = update(slots, grads, weights)
        now = list(zip(self.metrics_variables, metrics, strict=True))
        with keras.StatelessScope(state_mapping=now) as scope:
            self.metrics[0].update_state(loss, sample_weight=len(x))
            logs = self.compute_metrics(x, y, y_pred, weight)
        metrics = [scope.get_current_value(v) for v, _ in now]
        return logs, (weights, others, slots, metrics)


x, weight = np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 3.0])
for kind in OwnStep, keras.Sequential:
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    model = kind([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.125), "mse", metrics=["mae"])
    log = model.fit(x, 3 * x, sample_weight=weight, epochs=2, verbose=0)
    print(kind.__name__, log.history)
