# %% [markdown]
# # 3.5 Down to the gradients, and back
#
# A lab for [3.5 When to use Keras and when raw
# TensorFlow](../when-to-use.html).
#
# One model can use both Keras and TensorFlow. This lab builds a layer
# from TensorFlow operations, looks at the gradients while `fit` trains
# it, saves the model, and serves it with the same answers in a program
# that cannot import Keras. <!-- proof: labs/down_and_back
# "served: (50, 3) same answers: True" --> <!-- proof:
# when-to-use/served_without_keras
# "ModuleNotFoundError: import of keras halted; None in sys.modules" -->

# %%
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_wine

tf.get_logger().setLevel("ERROR")  # a notebook would show its notes
KERAS, TENSORFLOW, OTHERS = "#d4541e", "#4078c8", "#7d8590"
figures = {"figure.figsize": (4.3, 3), "font.size": 11}
no_frame = {"axes.spines.top": False, "axes.spines.right": False}
plt.rcParams.update(figures | no_frame)

# %% [markdown]
# ## The data
#
# Thirteen chemical measurements of 178 wines from three growers come
# with scikit-learn. <!-- proof: labs/down_and_back
# "wines: (178, 13) growers: 3" -->

# %%
wine = load_wine()
print("wines:", wine.data.shape, " growers:", len(set(wine.target)))
order = np.random.default_rng(0).permutation(len(wine.target))
x = ((wine.data - wine.data.mean(0)) / wine.data.std(0))[order].astype(
    "float32"
)
y = wine.target[order]
train, test = slice(0, 128), slice(128, None)
print("training:", x[train].shape, " test:", x[test].shape)

# %% [markdown]
# ## A layer made of TensorFlow operations
#
# The layer computes how far its input is from each of its learned
# points, as a mean squared difference, with TensorFlow operations. The
# points are made with `add_weight`, so that Keras trains and saves
# them. <!-- proof: labs/down_and_back "moved by fit: True"
# "read again, same answers: True" -->


# %%
class Distances(keras.layers.Layer):
    def __init__(self, points, **options):
        super().__init__(**options)
        self.points = points

    def build(self, shape):
        self.centres = self.add_weight(
            name="centres", shape=(self.points, shape[-1])
        )

    def call(self, inputs):
        difference = inputs[:, tf.newaxis, :] - self.centres
        return (
            tf.reduce_sum(tf.square(difference), axis=-1)
            / inputs.shape[-1]
        )

    def get_config(self):
        return super().get_config() | {"points": self.points}


# %% [markdown]
# ## A training step that logs the gradients
#
# `fit` calls `train_step` for each batch, here 100 times, for 25 epochs
# of 4 batches. <!-- proof: labs/down_and_back "steps noted: 100" --> A
# custom `train_step` has the gradients at hand, and this one logs the
# norm of each.


# %%
class Watched(keras.Model):
    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            predictions = self(x, training=True)
            loss = self.compute_loss(x, y, predictions, sample_weight)
            scaled = self.optimizer.scale_loss(loss)
        variables = self.trainable_weights
        gradients = tape.gradient(scaled, variables)
        self.optimizer.apply(gradients, variables)
        names = [variable.path for variable in variables]
        lengths = [tf.norm(gradient) for gradient in gradients]
        self.metrics[0].update_state(loss, sample_weight=tf.shape(x)[0])
        metrics = self.compute_metrics(x, y, predictions, sample_weight)
        return metrics | dict(zip(names, lengths, strict=True))


# %% [markdown]
# ## The same network, with usual and with small weights
#
# One network starts from weights of a usual size, the other from hidden
# weights that are a hundred times smaller. `fit` trains both.


# %%
def network(scale):
    keras.utils.set_random_seed(0)
    start = keras.initializers.RandomNormal(stddev=scale)
    inputs = keras.Input((13,), name="wine")
    hidden = Distances(12, name="distances")(inputs)
    for number in (1, 2, 3):
        name = f"dense_{number}"
        layer = keras.layers.Dense(
            12, "tanh", name=name, kernel_initializer=start
        )
        hidden = layer(hidden)
    outputs = keras.layers.Dense(3, name="growers")(hidden)
    model = Watched(inputs, outputs)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(0.01), loss)
    return model


class Notebook(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.steps = []

    def on_train_batch_end(self, batch, logs=None):
        self.steps.append(
            {name: float(value) for name, value in logs.items()}
        )


notes = {}
for name, scale in {"usual": 0.3, "small": 0.003}.items():
    model = network(scale)
    points = model.get_layer("distances").centres.numpy()
    notebook = Notebook()
    options = {
        "batch_size": 32,
        "epochs": 25,
        "verbose": 0,
        "callbacks": [notebook],
    }
    model.fit(x[train], y[train], **options)
    notes[name] = notebook.steps
    if name == "usual":
        trained = model
    right = np.mean(
        model.predict(x[test], verbose=0).argmax(1) == y[test]
    )
    print(f"{name} weights: test accuracy {right:.2f}")
moved = not np.allclose(
    points, model.get_layer("distances").centres.numpy()
)
print("points moved by fit:", moved)
print("steps noted:", len(notebook.steps))

# %% [markdown]
# ## With small weights the gradients vanish
#
# With small weights the loss hardly changes for 15
# steps. <!-- proof: labs/down_and_back
# "usual weights: loss 1.2, after 15 steps 0.6"
# "small weights: loss 1.1, after 15 steps 1.1" --> In the first steps
# the gradient of the first layer is more than 100 times smaller than
# with usual weights. <!-- proof: labs/down_and_back
# "usual over small: more than 100 times" -->

# %%
early = {
    name: np.mean([s["distances/centres"] for s in notes[name][:8]])
    for name in notes
}
print("first layer, gradient at the start, usual over small:", end=" ")
print(
    "more than 100 times"
    if early["usual"] > 100 * early["small"]
    else "similar"
)
for name, steps in notes.items():
    loss = [step["loss"] for step in steps]
    losses = f"loss {loss[0]:.1f}, after 15 steps {loss[15]:.1f}"
    print(f"{name} weights: {losses}")

# %%
# alt: Two panels of gradient norms of five layers over one hundred
# training steps, on a logarithmic axis. With usual weights all five
# start within a factor of ten; with small weights all start below a
# thousandth, and that of the first layer stays below a hundredth for 15
# steps. <!-- proof: labs/down_and_back
# "the longest is at most 10 times the shortest: True"
# "small weights: at first all are below 0.001: True"
# "small weights: the first layer is below 0.01 for 15 steps: True" -->
kernels = [f"dense_{n}/kernel" for n in (1, 2, 3)]
layers = ["distances/centres", *kernels, "growers/kernel"]
size = {"figsize": (4.3, 5), "layout": "constrained"}
fig, axes = plt.subplots(2, sharex=True, sharey=True, **size)
for ax, (name, steps) in zip(axes, notes.items(), strict=True):
    for layer in reversed(layers):
        norms = [step[layer] for step in steps]
        first = layer == layers[0]
        look = {"color": TENSORFLOW if first else OTHERS}
        ax.plot(norms, linewidth=2.5 if first else 1, **look)
    ax.set(title=f"{name} first weights", yscale="log")
    ax.set_ylabel("length of the gradient")
axes[1].text(
    18,
    2e-5,
    "thick: the first layer, distances\nthin: the four layers above it",
)
axes[1].set_xlabel("training step")

start = {
    name: [steps[0][layer] for layer in layers]
    for name, steps in notes.items()
}
close = max(start["usual"]) <= 10 * min(start["usual"])
print("usual weights: at first the longest", end=" ")
print("is at most 10 times the shortest:", close)
print(
    "small weights: at first all are below 0.001:",
    max(start["small"]) < 1e-3,
)
low = all(
    step["distances/centres"] < 1e-2 for step in notes["small"][:15]
)
print("small weights: the first layer is below 0.01 for 15 steps:", low)

# %% [markdown]
# ## Save the model with its custom layer
#
# The file contains the settings and the weights of the custom layer,
# but not its code. To load it, pass the class to
# Keras. <!-- proof: labs/down_and_back "without the class: TypeError"
# "read again, same answers: True" -->

# %%
trained.save("wine.keras")
try:
    keras.models.load_model("wine.keras")
except TypeError as error:
    print("without the class:", type(error).__name__)
names = {"Distances": Distances, "Watched": Watched}
again = keras.models.load_model("wine.keras", custom_objects=names)
expected = trained.predict(x[test], verbose=0)
same = np.allclose(
    again.predict(x[test], verbose=0), expected, atol=1e-6
)
print("read again, same answers:", same)

# %% [markdown]
# ## Export the model for another program
#
# `export` writes the traced graph and its variables. The program that
# serves them needs neither Keras nor the class `Distances`. It makes
# both Keras packages impossible to import, and gives the same
# answers. <!-- proof: labs/down_and_back
# "served: (50, 3) same answers: True" -->

# %%
trained.export("wine", verbose=False)
np.save("wines.npy", x[test])
Path("serve.py").write_text(
    textwrap.dedent(
        """
        import json
        import sys

        sys.modules["keras"] = sys.modules["tf_keras"] = None

        import numpy as np
        import tensorflow as tf

        served = tf.saved_model.load("wine")
        answers = served.serve(np.load("wines.npy"))
        print(json.dumps(answers.numpy().tolist()))
        """
    )
)
command = [sys.executable, "serve.py"]
said = subprocess.run(
    command, capture_output=True, text=True, check=True
).stdout
answers = np.array(json.loads(said.splitlines()[-1]))
print(
    "served:",
    answers.shape,
    " same answers:",
    np.allclose(answers, expected, atol=1e-5),
)

# %%
# alt: Three points for each of 50 test wines: the score given by Keras
# to the right against the score served without it upwards. All points
# lie on the diagonal. <!-- proof: labs/down_and_back
# "served: (50, 3) same answers: True" -->
fig, ax = plt.subplots(figsize=(4.3, 3.6), layout="constrained")
ax.axline((0, 0), slope=1, color=OTHERS, linewidth=1)
ax.plot(expected, answers, "o", color=KERAS, alpha=0.5)
ax.text(0, -2.5, "the line: the same score")
ax.set_xlabel("score by Keras (logit)")
ax.set_ylabel("score without Keras (logit)")
ax.tick_params(length=0)

# %% [markdown]
# ## Remember
#
# - Override `train_step` to look into a training step. `fit` still
#   calls it for each batch. <!-- proof: labs/down_and_back
#   "steps noted: 100" -->
# - A layer may use TensorFlow operations, and `fit` trains
#   it. <!-- proof: labs/down_and_back "points moved by fit: True" -->
#   Such a layer does not run on
#   JAX. <!-- proof: layer-cake/layers_on_jax
#   "Exception encountered when calling ByTensorFlow.call()" -->
# - An exported model needs neither Keras nor the classes that it was
#   made of. <!-- proof: labs/down_and_back
#   "served: (50, 3) same answers: True" -->
