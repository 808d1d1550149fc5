# A training script in the style of 2021. It runs under tf_keras;
# with TensorFlow 2.15 or older, import tensorflow.keras instead.
# /// script
# [tool.check]
# long = "a whole training script, to download and to compare"
# ///
from importlib.util import find_spec

import numpy as np
import tensorflow as tf
import tf_keras as keras
from tf_keras import backend as K
from tf_keras import layers

keras.mixed_precision.set_global_policy("mixed_float16")


class Scale(layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight("factor", shape, initializer="ones")

    def call(self, x):
        return tf.nn.elu(self.factor * x)


class WorstError(keras.metrics.Metric):
    def __init__(self, name="worst_error", **kwargs):
        super().__init__(name=name, **kwargs)
        self.worst = self.add_weight("worst", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        error = K.max(K.abs(y_true - y_pred))
        self.worst.assign(tf.maximum(self.worst, error))

    def result(self):
        return self.worst


class Balanced(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            extra = [tf.reduce_mean(y_pred - y) ** 2]
            loss = self.compiled_loss(y, y_pred, None, extra)
            scaled_loss = self.optimizer.get_scaled_loss(loss)
        weights = self.trainable_variables
        gradients = tape.gradient(scaled_loss, weights)
        gradients = self.optimizer.get_unscaled_gradients(gradients)
        self.optimizer.apply_gradients(zip(gradients, weights))
        self.compiled_metrics.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}


rng = np.random.default_rng(37)
sizes = rng.normal(5, 3, size=(96, 3)).astype("float32")
places = rng.integers(0, 4, size=96)
prices = (sizes.mean(1) - 5 + places).astype("float32")[:, None] / 4

size = keras.Input((3,))
place = keras.Input((), dtype="int32")
normalize = layers.experimental.preprocessing.Normalization()
normalize.adapt(sizes)
scaled = Scale()(normalize(size))
joined = tf.concat([scaled, layers.Embedding(4, 2)(place)], axis=-1)
hidden = layers.Dense(8, activation="tanh")(joined)
price = layers.Dense(1, dtype="float32")(hidden)
model = Balanced([size, place], price)
for weight in model.trainable_weights:
    weight.assign(rng.normal(0, 0.5, weight.shape))
model.compile(keras.optimizers.SGD(), "mse", metrics=[WorstError()])

callbacks = [
    keras.callbacks.LearningRateScheduler(lambda n: 0.2 / 2 ** (n % 4)),
    keras.callbacks.ModelCheckpoint(
        "best.h5",
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
    workers=1,
)
past = run.history
for n in range(5):
    print(f"rate {past['lr'][n]:.3f}: loss {past['loss'][n]:.2f}", end="")
    print(f", worst error {past['worst_error'][n]:.2f}")

model.load_weights("best.h5")
model.save("price_model")
names = {"Scale": Scale, "WorstError": WorstError, "Balanced": Balanced}
again = keras.models.load_model("price_model", names)
loss, worst = again.evaluate(x, prices, verbose=0)
print(f"loaded: loss {loss:.2f}, worst error {worst:.2f}")
