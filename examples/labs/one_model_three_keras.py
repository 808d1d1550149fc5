# %% [markdown]
# # 3.1 One model under three names of Keras
#
# `tf_keras` is Keras 2, `keras` is Keras 3, and `tf.keras` leads to one of the two:
# today to Keras 3. This lab builds one model under all three names, gives each the same
# weights, and then opens every file that each of them saves. The numbers agree
# everywhere. The files do not.

# %%
import contextlib
import io
import json
import zipfile
from pathlib import Path

import h5py
import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
import tf_keras
from sklearn.datasets import load_iris

tf.get_logger().setLevel("ERROR")  # in a notebook, its notes would be output
NAMES = {"tf_keras": tf_keras, "tf.keras": tf.keras, "keras": keras}
COLOURS = ["#E69F00", "#56B4E9", "#009E73", "#CC79A7"]
HATCHES = ["", "//", "..", "xx"]

# %% [markdown]
# ## Who is behind each name
#
# The same few lines build the model; only the name that they start from differs.


# %%
def build(api):
    layers = [api.layers.Input((4,)), api.layers.Dense(8, "relu")]
    model = api.Sequential([*layers, api.layers.Dense(3, "softmax")])
    model.compile(api.optimizers.Adam(0.02), "sparse_categorical_crossentropy")
    return model


models = {name: build(api) for name, api in NAMES.items()}
for name, model in models.items():
    version = getattr(NAMES[name], "__version__", "") or "no __version__"
    print(f"{name:9}{type(model).__module__.split('.')[0]:9} {version}")
print(
    "tf.keras.layers.Dense is keras.layers.Dense:",
    tf.keras.layers.Dense is keras.layers.Dense,
)

# %% [markdown]
# ## The same weights give the same answers
#
# A fourth model learns to tell three kinds of iris apart, from 150 flowers that come
# with scikit-learn. The three get its weights.

# %%
iris = load_iris()
x = (iris.data - iris.data.mean(0)).astype("float32")
keras.utils.set_random_seed(0)
learner = build(keras)
learner.fit(x, iris.target, epochs=60, verbose=0)
answers = {}
for name, model in models.items():
    model.set_weights(learner.get_weights())
    answers[name] = np.array(model(x))
    right = np.mean(answers[name].argmax(1) == iris.target)
    print(f"{name:9}accuracy {right:.2f}")
print(
    "same answers:",
    all(np.allclose(a, answers["keras"], atol=1e-6) for a in answers.values()),
)

# %% [markdown]
# ## Every file that they save
#
# There are four ways to keep a model: the Keras format, the older HDF5 format, the
# weights alone, and an export that runs without Keras.

# %%
KINDS = [".keras", ".h5", ".weights.h5"]
for name, model in models.items():
    for kind in KINDS[:2]:
        model.save(f"{name}{kind}")
    model.save_weights(f"{name}.weights.h5")
    with contextlib.redirect_stdout(io.StringIO()):
        model.export(f"{name} export")
print(*sorted(path.name for path in Path().iterdir()), sep="\n")

# %% [markdown]
# A `.keras` file is a zip. The same three files are in each.

# %%
for name in NAMES:
    with zipfile.ZipFile(f"{name}.keras") as packed:
        print(f"{name:9}{', '.join(sorted(packed.namelist()))}")


# %% [markdown]
# ## The description of the model
#
# `config.json` says how to build the model again. Here are the settings of its first
# dense layer that only one generation writes, and the same for its input.


# %%
def layer_settings(name, number):
    with zipfile.ZipFile(f"{name}.keras") as packed:
        config = json.loads(packed.read("config.json"))["config"]
    return set(config["layers"][number]["config"])


for number, layer in enumerate(["Input", "Dense"]):
    two, three = layer_settings("tf_keras", number), layer_settings("keras", number)
    print(f"{layer} only in Keras 2: {', '.join(sorted(two - three)) or 'nothing'}")
    print(f"{layer} only in Keras 3: {', '.join(sorted(three - two)) or 'nothing'}")
    same = layer_settings("tf.keras", number) == three
    print(f"{layer} of tf.keras same as of keras: {same}")

# %% [markdown]
# The input alone has a setting of another name: `batch_input_shape` in one generation,
# `batch_shape` in the other.
#
# ## The weights
#
# The arrays lie under the same names in all three files. That makes weights the part
# that travels.

# %%
for name in NAMES:
    found = []
    with h5py.File(f"{name}.weights.h5") as file:
        file.visititems(
            lambda path, item, found=found: (
                found.append(f"{path} {item.shape}") if hasattr(item, "shape") else None
            )
        )
    print(
        name,
        *[f"  {line}" for line in found if "layers" in line or "dense" in line],
        sep="\n",
    )

# %% [markdown]
# ## The size of each file
#
# The model has 67 numbers, 268 bytes. All the rest is description.


# %%
# alt: Stacked bars of file sizes for tf_keras, tf.keras and keras: the exported graph
# is the largest part in each, and larger in Keras 3 than in Keras 2; the last two bars
# are nearly equal.
def kilobytes(path):
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files) / 1000


fig, ax = plt.subplots(figsize=(6.4, 3.2))
left = np.zeros(3)
for kind, colour, hatch in zip([*KINDS, " export"], COLOURS, HATCHES, strict=True):
    sizes = [kilobytes(Path(f"{name}{kind}")) for name in NAMES]
    label = kind.strip()
    ax.barh(list(NAMES), sizes, left=left, color=colour, hatch=hatch, label=label)
    left += sizes
ax.invert_yaxis()
ax.set_xlabel("size on disk (kB)")
ax.set_ylabel("saved by")
ax.legend(frameon=False, ncols=4, loc="lower center", bbox_to_anchor=(0.5, 1))
fig.tight_layout()

# %% [markdown]
# ## Who reads whose files
#
# Nine pairs of writer and reader, three formats. A file counts as read when the model
# that comes out of it gives the same answers.


# %%
def read(writer, reader, kind):
    api = NAMES[reader]
    try:
        if kind == ".weights.h5":
            model = build(api)
            model.load_weights(f"{writer}{kind}")
        else:
            model = api.models.load_model(f"{writer}{kind}")
        same = np.allclose(model(x), answers[writer], atol=1e-6)
    except Exception as error:
        return type(error).__name__
    return "same" if same else "other numbers"


table = {(w, r, k): read(w, r, k) for w in NAMES for r in NAMES for k in KINDS}
print(
    f"{'written by':11}{'read by':10}"
    + "".join(f"{kind:13}" for kind in KINDS).rstrip()
)
for writer in NAMES:
    for reader in NAMES:
        row = "".join(f"{table[writer, reader, kind]:13}" for kind in KINDS)
        print(f"{writer:11}{reader:10}{row.rstrip()}")

# %%
# alt: Three grids, one for each format, of writer against reader. A filled circle means
# that the file is read with the same answers, a cross that it is not: only the .keras
# and .h5 columns have crosses, always between Keras 2 and Keras 3.
fig, axes = plt.subplots(1, 3, figsize=(7, 2.9), sharey=True, layout="constrained")
for ax, kind in zip(axes, KINDS, strict=True):
    for row, writer in enumerate(NAMES):
        for column, reader in enumerate(NAMES):
            good = table[writer, reader, kind] == "same"
            marker, colour = ("o", COLOURS[2]) if good else ("x", "#D55E00")
            ax.plot(column, row, marker, color=colour, markersize=14, markeredgewidth=3)
    ax.set_title(kind)
    ax.set_xticks(range(3), NAMES)
    ax.set_yticks(range(3), NAMES)
    ax.set_xlabel("read by (name)")
    ax.margins(0.25)
axes[0].set_ylabel("written by (name)")
axes[0].invert_yaxis()

# %% [markdown]
# What Keras 3 cannot read in the `.keras` file of Keras 2 is how the model was trained.
# Without these settings it answers as it should.

# %%
model = keras.models.load_model("tf_keras.keras", compile=False)
same = np.allclose(model(x), answers["tf_keras"], atol=1e-6)
print("tf_keras.keras by keras, compile=False:", "same" if same else "other numbers")

# %% [markdown]
# ## Remember
#
# - `tf.keras` and `keras` write the same files today; `tf_keras` is the one that
#   differs.
# - Between the generations, carry the weights: `.weights.h5` is read in both
#   directions.
# - Numbers never differ. What breaks is the description of the model.
