# %% [markdown]
# # 3.1 One model under three names of Keras
#
# A lab for [3.1 The relationship](../relationship.html).
#
# `tf_keras` is Keras 2, `keras` is Keras 3, and today `tf.keras` is
# also Keras 3. <!-- proof: labs/one_model_three_keras
# "tf_keras tf_keras 2." "tf.keras keras 3."
# "tf.keras.layers.Dense is keras.layers.Dense: True" --> This lab
# builds one model under all three names, gives each the same weights,
# and then compares the files that each of them saves. The answers are
# the same under all three names, <!-- proof: labs/one_model_three_keras
# "same answers: True" --> but the files are
# not. <!-- proof: labs/one_model_three_keras
# "Input only in Keras 2: batch_input_shape"
# "Input only in Keras 3: batch_shape" -->

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

tf.get_logger().setLevel("ERROR")  # a notebook would show its notes
NAMES = {"tf_keras": tf_keras, "tf.keras": tf.keras, "keras": keras}
COLOURS = ["#d4541e", "#4078c8", "#12908a", "#7d8590"]
figures = {"figure.figsize": (4.3, 3), "font.size": 11}
no_frame = {"axes.spines.top": False, "axes.spines.right": False}
plt.rcParams.update(figures | no_frame)

# %% [markdown]
# ## Which class is behind each name
#
# The same function builds the model under each name. `tf.keras` and
# `keras` have the same class. <!-- proof: labs/one_model_three_keras
# "tf.keras.layers.Dense is keras.layers.Dense: True" -->


# %%
def build(api):
    layers = [api.layers.Input((4,)), api.layers.Dense(8, "relu")]
    model = api.Sequential([*layers, api.layers.Dense(3, "softmax")])
    model.compile(
        api.optimizers.Adam(0.02), "sparse_categorical_crossentropy"
    )
    return model


models = {name: build(api) for name, api in NAMES.items()}
for name, model in models.items():
    version = (
        getattr(NAMES[name], "__version__", "") or "no __version__"
    )
    print(f"{name:9}{type(model).__module__.split('.')[0]:9} {version}")
print(
    "tf.keras.layers.Dense is keras.layers.Dense:",
    tf.keras.layers.Dense is keras.layers.Dense,
)

# %% [markdown]
# ## The same weights give the same answers
#
# A fourth model learns to distinguish three kinds of iris, from 150
# flowers that come with
# scikit-learn. <!-- proof: labs/one_model_three_keras
# "flowers: (150, 4) kinds: 3" --> The three models get its weights.

# %%
iris = load_iris()
print("flowers:", iris.data.shape, " kinds:", len(iris.target_names))
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
    all(
        np.allclose(a, answers["keras"], atol=1e-6)
        for a in answers.values()
    ),
)

# %% [markdown]
# ## The files that they save
#
# Each model is saved in four ways. They are the Keras format, the HDF5
# format, the weights alone, and an
# export. <!-- proof: labs/one_model_three_keras "tf_keras.keras"
# "tf_keras.h5" "tf_keras.weights.h5" "tf_keras export" --> The export
# runs without Keras. <!-- proof: labs/down_and_back
# "served: (50, 3) same answers: True" -->

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
# A `.keras` file is a zip archive. It has the same three files under
# each name. <!-- proof: labs/one_model_three_keras
# "tf_keras config.json, metadata.json, model.weights.h5"
# "same names in all three: True" -->

# %%
packed_names = {}
for name in NAMES:
    with zipfile.ZipFile(f"{name}.keras") as packed:
        packed_names[name] = ", ".join(sorted(packed.namelist()))
    print(f"{name:9}{packed_names[name]}")
print("same names in all three:", len(set(packed_names.values())) == 1)


# %% [markdown]
# ## The description of the model
#
# `config.json` says how to build the model again. This cell prints the
# settings of the input and of the first dense layer that only Keras 2
# or only Keras 3 writes.


# %%
def layer_settings(name, number):
    with zipfile.ZipFile(f"{name}.keras") as packed:
        config = json.loads(packed.read("config.json"))["config"]
    return set(config["layers"][number]["config"])


for number, layer in enumerate(["Input", "Dense"]):
    two, three = (
        layer_settings("tf_keras", number),
        layer_settings("keras", number),
    )
    print(f"{layer} only in Keras 2:", *sorted(two - three))
    print(f"{layer} only in Keras 3:", *sorted(three - two))
    same = layer_settings("tf.keras", number) == three
    print(f"{layer} of tf.keras same as of keras: {same}")

# %% [markdown]
# One setting of the input has two names, `batch_input_shape` in Keras 2
# and `batch_shape` in Keras 3. <!-- proof: labs/one_model_three_keras
# "Input only in Keras 2: batch_input_shape"
# "Input only in Keras 3: batch_shape" --> For the dense layer, each of
# the two writes one setting that the other does
# not. <!-- proof: labs/one_model_three_keras
# "Dense only in Keras 2: activity_regularizer"
# "Dense only in Keras 3: quantization_config" -->
#
# ## The weights
#
# The arrays have the same names in all three
# files. <!-- proof: labs/one_model_three_keras
# "same names and shapes in all three: True" -->

# %%
arrays = {}
for name in NAMES:
    found = []
    with h5py.File(f"{name}.weights.h5") as file:
        file.visititems(
            lambda path, item, found=found: (
                found.append(f"{path} {item.shape}")
                if hasattr(item, "shape")
                else None
            )
        )
    arrays[name] = [
        line for line in found if "layers" in line or "dense" in line
    ]
    print(name, *[f"  {line}" for line in arrays[name]], sep="\n")
same = all(names == arrays["keras"] for names in arrays.values())
print("same names and shapes in all three:", same)

# %% [markdown]
# ## The size of each file
#
# The weights of the model are 67 numbers, 268 bytes. Every file is more
# than 10 kB long. <!-- proof: labs/one_model_three_keras
# "numbers: 67, bytes: 268" "smallest file over 10 kB: True" -->


# %%
# alt: Stacked bars of file sizes for tf_keras, tf.keras and keras: the
# exported graph is the largest part in each, and larger in Keras 3 than
# in Keras 2; the last two bars are nearly
# equal. <!-- proof: labs/one_model_three_keras
# "largest part of each: export export export"
# "export of Keras 3 larger: True"
# "tf.keras and keras less than 2 % apart: True" -->
def kilobytes(path):
    files = [path] if path.is_file() else path.rglob("*")
    sizes = [file.stat().st_size for file in files if file.is_file()]
    return round(sum(sizes) / 1000)


fig, ax = plt.subplots(figsize=(4.3, 2.6), layout="constrained")
left, parts = np.zeros(3), []
for kind, colour in zip([*KINDS, " export"], COLOURS, strict=True):
    sizes = [kilobytes(Path(f"{name}{kind}")) for name in NAMES]
    look = {"height": 0.6, "color": colour, "label": kind.strip()}
    ax.barh(list(NAMES), sizes, left=left, **look)
    left += sizes
    parts.append(sizes)
ax.invert_yaxis()
ax.set_xlabel("size on disk (kB)")
ax.spines["left"].set_visible(False)
ax.tick_params("y", length=0)
fig.legend(loc="outside upper left", ncols=2, frameon=False)

weights = learner.get_weights()
size = sum(weight.nbytes for weight in weights)
print(f"numbers: {learner.count_params()}, bytes: {size}")
print("smallest file over 10 kB:", bool(np.min(parts) > 10))
largest = [
    [*KINDS, "export"][number] for number in np.argmax(parts, axis=0)
]
print("largest part of each:", *largest)
export = dict(zip(NAMES, parts[-1], strict=True))
print("export of Keras 3 larger:", export["keras"] > export["tf_keras"])
near = abs(left[1] / left[2] - 1) < 0.02
print("tf.keras and keras less than 2 % apart:", bool(near))

# %% [markdown]
# ## Which files Keras 2 and Keras 3 can read from each other
#
# This cell tries nine pairs of writer and reader in three formats. A
# file counts as read if the loaded model gives the same answers.


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


table = {
    (w, r, k): read(w, r, k)
    for w in NAMES
    for r in NAMES
    for k in KINDS
}
print(
    f"{'written by':11}{'read by':10}"
    + "".join(f"{kind:13}" for kind in KINDS).rstrip()
)
for writer in NAMES:
    for reader in NAMES:
        row = "".join(
            f"{table[writer, reader, kind]:13}" for kind in KINDS
        )
        print(f"{writer:11}{reader:10}{row.rstrip()}")

# %%
# alt: Three grids, one for each format, of writer against reader. A
# filled circle means that the file is read with the same answers, a
# cross that it is not: only the .keras and .h5 grids have crosses,
# always between Keras 2 and Keras
# 3. <!-- proof: labs/one_model_three_keras
# "not read: .keras 4, .h5 2, .weights.h5 0"
# "not read within a generation: 0" -->
size = {"figsize": (4.3, 2.8), "layout": "constrained"}
fig, axes = plt.subplots(1, 3, sharey=True, **size)
for ax, kind in zip(axes, KINDS, strict=True):
    for row, writer in enumerate(NAMES):
        for column, reader in enumerate(NAMES):
            good = table[writer, reader, kind] == "same"
            look = {"color": COLOURS[2]} if good else {"color": "black"}
            sign = "o" if good else "x"
            ax.plot(column, row, sign, markersize=10, mew=2, **look)
    ax.set(xticks=range(3), yticks=range(3), frame_on=False)
    ax.set_title(kind, size=11)
    ax.set_xticklabels(NAMES, rotation=90)
    ax.set_yticklabels(NAMES)
    ax.tick_params(length=0)
    ax.margins(0.2)
axes[0].set_ylabel("written by")
axes[0].invert_yaxis()
axes[1].set_xlabel("read by")

lost = [pair for pair, how in table.items() if how != "same"]
counts = [
    f"{kind} {sum(pair[2] == kind for pair in lost)}" for kind in KINDS
]
print("not read:", ", ".join(counts))
within = [
    w for w, r, _ in lost if (w == "tf_keras") == (r == "tf_keras")
]
print("not read within a generation:", len(within))
print(
    "read with other numbers:",
    list(table.values()).count("other numbers"),
)

# %% [markdown]
# This model is a `Sequential` one that begins with an `Input`. Of its
# `.keras` file, Keras 3 cannot read how the model was compiled. With
# `compile=False` it reads the file, and the model gives the same
# answers. <!-- proof: labs/one_model_three_keras
# "tf_keras.keras by keras, compile=False: same" --> A `.keras` file of
# `tf_keras` whose first layer has an `input_shape`, or whose model is
# functional, it cannot load even then; `load_weights` reads the
# weights. [Saved models](../moving/saved-models.html) has every
# format. <!-- proof: moving/saved-models/read_every_format
# "Keras 3 on TensorFlow: tf_keras-2.21.0 model.keras: load_weights"
# "Keras 3 on TensorFlow: tf_keras-2.21.0 functional.keras:" -->

# %%
model = keras.models.load_model("tf_keras.keras", compile=False)
same = np.allclose(model(x), answers["tf_keras"], atol=1e-6)
print(
    "tf_keras.keras by keras, compile=False:",
    "same" if same else "other numbers",
)

# %% [markdown]
# ## Remember
#
# - `tf.keras` and `keras` write the same settings, and read each
#   other's files. <!-- proof: labs/one_model_three_keras
#   "Dense of tf.keras same as of keras: True"
#   "not read within a generation: 0" -->
# - Where you have the code of the model, move its weights between Keras
#   2 and Keras 3 as `.weights.h5`, which both read from each
#   other. <!-- proof: labs/one_model_three_keras
#   "not read: .keras 4, .h5 2, .weights.h5 0" --> A whole model goes
#   from Keras 2 to Keras 3 as `.h5`, and not
#   back. <!-- proof: moving/saved-models/read_every_format
#   "Keras 3 on TensorFlow: tf_keras-2.21.0 model.h5: compile=False"
#   "Keras 2: keras-3.15.1 model.h5: load_weights" -->
# - A file is either read with the same answers or refused with an
#   error. None gave other
#   numbers. <!-- proof: labs/one_model_three_keras
#   "read with other numbers: 0" -->
