# %% [markdown]
# # 3.2 One training, two backends, two devices
#
# A lab for [3.2 Key differences](../differences/index.html), with more
# in [Backend](../differences/backend.html) and [Distributed
# training](../differences/distributed.html).
#
# This lab runs the same training with `import keras` in four ways, on
# TensorFlow and on JAX, each on one device and on two. All four give
# the same answers. <!-- proof: labs/one_training_two_backends
# "tensorflow on two loss 0.1147 accuracy 0.967 same answers: True"
# "jax on one loss 0.1147 accuracy 0.967 same answers: True"
# "jax on two loss 0.1147 accuracy 0.967 same answers: True" -->
#
# The chapter's table says that `tf.keras` runs on TensorFlow only, and
# that training standalone Keras on several devices is
# "manual or not available".

# %%
import inspect
import json
import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

figures = {"figure.figsize": (4.3, 3), "font.size": 11}
no_frame = {"axes.spines.top": False, "axes.spines.right": False}
plt.rcParams.update(figures | no_frame)

# %% [markdown]
# ## The training
#
# Measurements of 569 tissue samples come with scikit-learn. The network
# learns from the first 512 which tumours are
# malignant. <!-- proof: labs/one_training_two_backends
# "samples: 512 of 569" --> The initial weights are drawn by NumPy and
# nothing is shuffled, so every run starts from the same weights and
# uses the same batches.


# %%
def train(place):
    import keras
    import numpy as np
    from sklearn.datasets import load_breast_cancer

    data = load_breast_cancer()
    x = (data.data - data.data.mean(0)) / data.data.std(0)
    x, y = (
        x[:512].astype("float32"),
        data.target[:512].astype("float32"),
    )

    with place:
        model = keras.Sequential(
            [
                keras.Input((30,)),
                keras.layers.Dense(16, "relu"),
                keras.layers.Dense(1, "sigmoid"),
            ]
        )
        model.compile(
            "sgd", "binary_crossentropy", metrics=["accuracy"]
        )
        model.optimizer.learning_rate = 0.1
        rng = np.random.default_rng(0)
        model.set_weights(
            [rng.normal(0, 0.2, w.shape) for w in model.get_weights()]
        )
        run = model.fit(
            x, y, batch_size=32, epochs=6, shuffle=False, verbose=0
        )
        answers = model.predict(x, batch_size=32, verbose=0)
    used = f"{len(x)} of {len(data.target)}"
    kernel = model.layers[0].kernel.value
    if keras.backend.backend() == "jax":
        copies = len(kernel.devices())
    else:  # under a strategy, a variable has a value on each device
        copies = len(getattr(kernel, "values", [kernel]))
    about = {"samples": used, "copies": copies}
    return {"answers": answers.ravel().tolist(), **about, **run.history}


# %% [markdown]
# ## One device and two
#
# To use several devices, make the model inside the scope of a strategy
# on TensorFlow, or of a distribution on JAX. The two devices here are
# logical ones, which share this machine's
# processor. <!-- proof: labs/one_training_two_backends
# "tensorflow 2 devices" "jax 2 devices" -->


# %%
def train_twice():
    import contextlib

    import keras

    one = contextlib.nullcontext()
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        tf.get_logger().setLevel("ERROR")  # or its notes are output
        tf.config.set_visible_devices([], "GPU")
        (cpu,) = tf.config.list_physical_devices("CPU")
        logical = tf.config.LogicalDeviceConfiguration()
        tf.config.set_logical_device_configuration(
            cpu, [logical, logical]
        )
        two = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]).scope()
        devices = len(tf.config.list_logical_devices("CPU"))
    else:
        two = keras.distribution.DataParallel().scope()
        devices = len(keras.distribution.list_devices())
    about = f"{keras.backend.backend():11}{devices} devices"
    return {"one": train(one), "two": train(two), "about": about}


# %% [markdown]
# ## The same functions under each backend
#
# Keras reads the name of its backend when it is
# imported. <!-- proof: differences/backend/set_backend_after_import
# "variable set late tensorflow" --> This process uses TensorFlow, the
# default. <!-- proof: labs/one_training_two_backends
# "tensorflow 2 devices" --> For JAX there is a second process, which
# runs the same two functions from a file that sets the backend
# first. <!-- proof: labs/one_training_two_backends "jax 2 devices" -->
# Both processes train at the same time.

# %%
FIRST = """
import os

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=2"
"""
LAST = """
import json

print(json.dumps(train_twice()))
"""
functions = inspect.getsource(train) + inspect.getsource(train_twice)
Path("on_jax.py").write_text(FIRST + functions + LAST)
on_jax = subprocess.Popen(
    [sys.executable, "on_jax.py"],
    stdout=subprocess.PIPE,
    stderr=subprocess.DEVNULL,
    text=True,
)
runs = {"tensorflow": train_twice()}
runs["jax"] = json.loads(on_jax.communicate()[0].splitlines()[-1])
print("samples:", runs["tensorflow"]["one"]["samples"])
for run in runs.values():
    print(run["about"])

# %% [markdown]
# ## The same loss, accuracy and answers
#
# With two devices, the weights are on
# both. <!-- proof: labs/one_training_two_backends
# "tensorflow on one weights on 1" "tensorflow on two weights on 2"
# "jax on one weights on 1" "jax on two weights on 2" -->

# %%
first = runs["tensorflow"]["one"]
for backend, run in runs.items():
    for devices in ("one", "two"):
        loss, accuracy = (
            run[devices]["loss"][-1],
            run[devices]["accuracy"][-1],
        )
        same = np.allclose(
            run[devices]["answers"], first["answers"], atol=1e-4
        )
        name = f"{backend} on {devices}"
        print(
            f"{name:19}loss {loss:.4f}  accuracy {accuracy:.3f}", end=""
        )
        print(f"  same answers: {same}")
        print(f"{name:19}weights on {run[devices]['copies']}")

# %%
# alt: Training loss over six epochs, four curves drawn with different
# markers: TensorFlow and JAX on one device and on two. They fall
# together, from 0.47 to
# 0.11. <!-- proof: labs/one_training_two_backends
# "loss in the first epoch: 0.47" "loss in the last epoch: 0.11"
# "all within a hundred thousandth: True" -->
TENSORFLOW, JAX = {"color": "#4078c8"}, {"color": "#12908a"}
styles = {
    ("tensorflow", "one"): TENSORFLOW | {"linewidth": 6, "alpha": 0.4},
    ("tensorflow", "two"): TENSORFLOW
    | {"marker": "o", "linestyle": "none"},
    ("jax", "one"): JAX | {"linestyle": "--", "linewidth": 2},
    ("jax", "two"): JAX
    | {"marker": "x", "linestyle": "none", "markersize": 9},
}
epochs = np.arange(1, len(first["loss"]) + 1)
fig, ax = plt.subplots(layout="constrained")
for (backend, devices), style in styles.items():
    label = f"{backend}, {devices} device{'s' * (devices == 'two')}"
    ax.plot(
        epochs, runs[backend][devices]["loss"], label=label, **style
    )
ax.set(xlabel="epoch", ylabel="training loss (nats a sample)")
ax.set_ylim(bottom=0)
ax.legend(frameon=False)
print(f"loss in the first epoch: {first['loss'][0]:.2f}")
print(f"loss in the last epoch:  {first['loss'][-1]:.2f}")

# %% [markdown]
# ## How much the losses differ
#
# In every epoch, the losses of the other runs differ from those of
# TensorFlow on one device by less than a hundred
# thousandth. <!-- proof: labs/one_training_two_backends
# "all within a hundred thousandth: True" --> The picture shows the
# differences. A billionth is added to each, because a logarithmic axis
# cannot show zero.

# %%
# alt: Differences in training loss from TensorFlow on one device, on a
# logarithmic axis: all stay below a hundred thousandth over the six
# epochs. <!-- proof: labs/one_training_two_backends
# "all within a hundred thousandth: True" -->
fig, ax = plt.subplots(layout="constrained")
worst = 0
for (backend, devices), style in list(styles.items())[1:]:
    apart = np.abs(
        np.subtract(runs[backend][devices]["loss"], first["loss"])
    )
    worst = max(worst, apart.max())
    label = f"{backend}, {devices} device{'s' * (devices == 'two')}"
    ax.plot(
        epochs,
        apart + 1e-9,
        label=label,
        **(style | {"linestyle": "-"}),
    )
ax.set(yscale="log", ylim=(5e-10, 1e-4))
ax.set(xlabel="epoch", ylabel="difference in loss (nats)")
ax.legend(frameon=False)
print("all within a hundred thousandth:", bool(worst < 1e-5))

# %% [markdown]
# ## Remember
#
# - The same functions train on TensorFlow and on JAX. Only the settings
#   of the process differ. <!-- proof: labs/one_training_two_backends
#   "jax 2 devices"
#   "jax on one loss 0.1147 accuracy 0.967 same answers: True" -->
# - With two devices the model is made inside a scope, and gives the
#   same answers. <!-- proof: labs/one_training_two_backends
#   "tensorflow on two loss 0.1147 accuracy 0.967 same answers: True"
#   "jax on two loss 0.1147 accuracy 0.967 same answers: True" -->
# - To compare backends, start from the same weights and use the same
#   batches. <!-- opinion -->
