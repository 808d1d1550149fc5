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
        x, y = data
        gradient = jax.value_and_grad(
            self.compute_loss_and_updates, has_aux=True
        )
        (_, kept), grads = gradient(
            weights, others, metrics, x, y, None, True, slots
        )
        loss, y_pred, others, metrics = kept
        update = self.optimizer.stateless_apply
        weights, slots = update(slots, grads, weights)
        now = list(zip(self.metrics_variables, metrics, strict=True))
        with keras.StatelessScope(state_mapping=now) as scope:
            self.metrics[0].update_state(loss, sample_weight=len(x))
            logs = self.compute_metrics(x, y, y_pred)
        metrics = [scope.get_current_value(v) for v, _ in now]
        return logs, (weights, others, slots, metrics)


dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
model = OwnStep([keras.Input((1,)), dense])
model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
x = np.ones((4, 1))
history = model.fit(x, 3 * x, epochs=3, verbose=0).history
for name in ["loss", "mae"]:
    print(name, [round(float(each), 3) for each in history[name]])
