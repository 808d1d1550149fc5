# The training script of 2021, moved to Keras 3. It runs on TensorFlow
# and on JAX: set KERAS_BACKEND before it starts.
# /// script
# [tool.check]
# long = "a whole training script, to download and to compare"
# ///
from importlib.util import find_spec

import keras
import numpy as np
from keras import layers, ops

keras.mixed_precision.set_global_policy("mixed_float16")


class Scale(layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight(
            name="factor",
            shape=shape,
            initializer="ones",
        )

    def call(self, x):
        return ops.elu(self.factor * x)


class WorstError(keras.metrics.Metric):
    def __init__(self, name="worst_error", **kwargs):
        super().__init__(name=name, **kwargs)
        self.worst = self.add_weight(name="worst", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        error = ops.max(ops.abs(y_true - y_pred))
        self.worst.assign(ops.maximum(self.worst, error))

    def result(self):
        return self.worst.value


class Balanced(keras.Model):
    def compute_loss(self, x, y, y_pred, sample_weight, training=True):
        loss = super().compute_loss(x, y, y_pred, sample_weight)
        if training:
            loss += ops.mean(y_pred - y) ** 2
        return loss


rng = np.random.default_rng(37)
sizes = rng.normal(5, 3, size=(96, 3)).astype("float32")
places = rng.integers(0, 4, size=96)
prices = (sizes.mean(1) - 5 + places).astype("float32")[:, None] / 4

size = keras.Input((3,))
place = keras.Input((), dtype="int32")
normalize = layers.Normalization()
normalize.adapt(sizes)
scaled = Scale()(normalize(size))
joined = layers.concatenate([scaled, layers.Embedding(4, 2)(place)])
hidden = layers.Dense(8, activation="tanh")(joined)
price = layers.Dense(1, dtype="float32")(hidden)
model = Balanced([size, place], price)
for weight in model.trainable_weights:
    weight.assign(rng.normal(0, 0.5, weight.shape))
model.compile(keras.optimizers.SGD(), "mse", metrics=[WorstError()])

callbacks = [
    keras.callbacks.LearningRateScheduler(lambda n: 0.2 / 2 ** (n % 4)),
    keras.callbacks.ModelCheckpoint(
        "best.weights.h5",
        monitor="loss",
        save_best_only=True,
        save_weights_only=True,
    ),
]
if find_spec("tensorboard"):
    callbacks.append(keras.callbacks.TensorBoard("logs"))
x = [sizes, places]
run = model.fit(
    x,
    prices,
    epochs=5,
    shuffle=False,
    verbose=0,
    callbacks=callbacks,
)
past = run.history
for n in range(5):
    rate, loss = past["learning_rate"][n], past["loss"][n]
    print(f"rate {rate:.3f}: loss {loss:.2f}", end="")
    print(f", worst error {past['worst_error'][n]:.2f}")

model.load_weights("best.weights.h5")
model.save("price_model.keras")
names = {"Scale": Scale, "WorstError": WorstError, "Balanced": Balanced}
again = keras.models.load_model("price_model.keras", names)
loss, worst = again.evaluate(x, prices, verbose=0)
print(f"loaded: loss {loss:.2f}, worst error {worst:.2f}")
