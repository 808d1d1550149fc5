# /// script
# [tool.check]
# long = "a loop that hands its state on takes these lines"
# ///
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.rand(8, 3).astype("float32")
y = x.sum(axis=1, keepdims=True)
norm, dense = keras.layers.BatchNormalization(), keras.layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), norm, dense])
adam, mse = keras.optimizers.Adam(0.1), keras.losses.MeanSquaredError()
adam.build(model.trainable_variables)


def compute_loss(weights, others, x, y):
    out, others = model.stateless_call(
        weights, others, x, training=True
    )
    return mse(y, out), others


@jax.jit
def train_step(weights, others, slots, x, y):
    gradient = jax.value_and_grad(compute_loss, has_aux=True)
    (loss, others), gradients = gradient(weights, others, x, y)
    weights, slots = adam.stateless_apply(slots, gradients, weights)
    return loss, (weights, others, slots)


variables = [
    model.trainable_variables,
    model.non_trainable_variables,
    adam.variables,
]
state = [[each.value for each in part] for part in variables]
for step in range(3):
    loss, state = train_step(*state, x, y)
    print(f"step {step}: loss {loss:.4f}")

print("moving mean", np.round(norm.moving_mean, 3))
for part, values in zip(variables, state, strict=True):
    for variable, value in zip(part, values, strict=True):
        variable.assign(value)
print("assigned   ", np.round(norm.moving_mean, 3))
