# %% [markdown]
# # 3.3 Digits, by hand and by fit
#
# The same network learns the same handwritten digits twice: once with variables, a tape
# and an update rule written out, once with `compile` and `fit`. Both start from the
# same weights, see the same batches, and give the same answers in the
# end. <!-- proof: labs/digits_by_hand_and_by_fit "same answers: True" --> What differs
# is what you write.

# %%
import inspect
import time

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

HAND, FIT = "#D55E00", "#56B4E9"
EPOCHS, BATCH, RATE = 12, 32, 0.2

# %% [markdown]
# ## The data
#
# 1797 pictures of 8 by 8 pixels come with
# scikit-learn. <!-- proof: labs/digits_by_hand_and_by_fit "pictures: (1797, 8, 8)" -->
# A quarter is held back for the
# test. <!-- proof: labs/digits_by_hand_and_by_fit "test: (453, 64)" -->

# %%
digits = load_digits()
print("pictures:", digits.images.shape)
order = np.random.default_rng(0).permutation(len(digits.target))
pixels = (digits.data[order] / 16).astype("float32")
labels = digits.target[order].astype("int32")
train, test = slice(0, 1344), slice(1344, None)
print("training:", pixels[train].shape, " test:", pixels[test].shape)

# %%
# alt: The first ten handwritten digits in grey pixels, each under the number that it
# stands for: 6, 6, 6, 2, 5 in the first row.
# <!-- proof: labs/digits_by_hand_and_by_fit "first ten: 6 6 6 2 5" -->
fig, axes = plt.subplots(2, 5, figsize=(6, 2.8), layout="constrained")
for ax, picture, label in zip(axes.flat, pixels, labels, strict=False):
    ax.imshow(picture.reshape(8, 8), cmap="gray_r")
    ax.set_title(label)
    ax.set_axis_off()
print("first ten:", *labels[:10])

# %% [markdown]
# ## The same start
#
# Both networks have 64 inputs, 32 hidden features and 10
# classes. <!-- proof: labs/digits_by_hand_and_by_fit
# "weights: (64, 32) (32,) (32, 10) (10,)" --> Their first weights are drawn once, with
# NumPy, so that neither library chooses.

# %%
rng = np.random.default_rng(1)
start = [
    rng.normal(0, 0.15, (64, 32)).astype("float32"),
    np.zeros(32, "float32"),
    rng.normal(0, 0.15, (32, 10)).astype("float32"),
    np.zeros(10, "float32"),
]
print("weights:", *[weights.shape for weights in start])

# %% [markdown]
# ## By hand
#
# Each step of this training is a line here: cutting batches, recording the forward
# pass, asking for gradients, moving each variable against its gradient, keeping the
# running sums for the metrics. Both sides leave out shuffling and validation. For each
# weight $w$, with the loss $L$ and the rate $\eta$, the update rule is
#
# $$w \leftarrow w - \eta \, \frac{\partial L}{\partial w}$$


# %%
def by_hand():
    w1, b1, w2, b2 = variables = [tf.Variable(weights) for weights in start]

    def forward(x):
        return tf.nn.relu(x @ w1 + b1) @ w2 + b2

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            logits = forward(x)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, logits)
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, variables)
        for variable, gradient in zip(variables, gradients, strict=True):
            variable.assign_sub(RATE * gradient)
        hits = tf.equal(tf.argmax(logits, axis=1, output_type=tf.int32), y)
        return tf.reduce_sum(losses), tf.reduce_sum(tf.cast(hits, tf.float32))

    history = {"loss": [], "accuracy": []}
    batches = tf.data.Dataset.from_tensor_slices((pixels[train], labels[train]))
    for _ in range(EPOCHS):
        loss = hits = 0.0
        for x, y in batches.batch(BATCH):
            batch_loss, batch_hits = step(x, y)
            loss, hits = loss + float(batch_loss), hits + float(batch_hits)
        history["loss"].append(loss / len(batches))
        history["accuracy"].append(hits / len(batches))
    return history, forward(pixels[test]).numpy()


# %% [markdown]
# ## By fit
#
# Here the layers, the loss, the optimizer and the metric are named, and the loop is
# left to Keras.


# %%
def by_fit():
    model = keras.Sequential(
        [keras.Input((64,)), keras.layers.Dense(32, "relu"), keras.layers.Dense(10)]
    )
    model.set_weights(start)
    model.compile(
        optimizer=keras.optimizers.SGD(RATE),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    run = model.fit(
        pixels[train],
        labels[train],
        batch_size=BATCH,
        epochs=EPOCHS,
        shuffle=False,
        verbose=0,
    )
    return run.history, model.predict(pixels[test], verbose=0)


# %% [markdown]
# ## The same result

# %%
began = time.perf_counter()
hand, hand_logits = by_hand()
between = time.perf_counter()
fit, fit_logits = by_fit()
seconds = [between - began, time.perf_counter() - between]


def accuracy(logits):
    return np.mean(logits.argmax(1) == labels[test])


print(f"test accuracy by hand: {accuracy(hand_logits):.3f}")
print(f"test accuracy by fit:  {accuracy(fit_logits):.3f}")
print("same answers:", (hand_logits.argmax(1) == fit_logits.argmax(1)).all())
apart = np.abs(np.subtract(hand["loss"], fit["loss"])).max()
print("losses less than a hundred thousandth apart:", bool(apart < 1e-5))
early, late = fit["loss"][:2], fit["loss"][-2:]
print("loss in the first two epochs: {:.2f} {:.2f}".format(*early))
print("loss in the last two epochs:  {:.2f} {:.2f}".format(*late))

# %% [markdown]
# The two losses are less than a hundred thousandth apart in every epoch, so the two
# curves lie on each other. <!-- proof: labs/digits_by_hand_and_by_fit
# "losses less than a hundred thousandth apart: True" -->

# %%
# alt: Training loss over twelve epochs: the markers of the loop by hand lie on the line
# of fit. <!-- proof: labs/digits_by_hand_and_by_fit
# "losses less than a hundred thousandth apart: True" --> It falls steeply at first and
# then flattens. <!-- proof: labs/digits_by_hand_and_by_fit
# "loss in the first two epochs: 1.83 0.85" "loss in the last two epochs: 0.13 0.12" -->
epochs = range(1, EPOCHS + 1)
fig, ax = plt.subplots(figsize=(6, 3.4))
ax.plot(epochs, fit["loss"], color=FIT, linewidth=4, label="by fit")
ax.plot(epochs, hand["loss"], "o", color=HAND, label="by hand")
ax.set_xlabel("epoch")
ax.set_ylabel("training loss (nats for each picture)")
ax.legend(frameon=False)
fig.tight_layout()

# %% [markdown]
# ## What it costs
#
# By hand it takes 25 lines, with `fit` 19; blank ones are not
# counted. <!-- proof: labs/digits_by_hand_and_by_fit "lines by hand: 25"
# "lines by fit: 19" --> The seconds are those of the machine that built this page, with
# tracing included. Each build measures them again, so no sentence here compares them.

# %%
lines = [
    sum(bool(line.strip()) for line in inspect.getsource(way).splitlines())
    for way in (by_hand, by_fit)
]
print(f"lines by hand: {lines[0]}")
print(f"lines by fit:  {lines[1]}")

# %%
# alt: Two pairs of bars, by hand and by fit: lines of code on the left, 25 and 19, and
# seconds of training on the right, as measured in this build.
# <!-- proof: labs/digits_by_hand_and_by_fit "lines by hand: 25" "lines by fit: 19" -->
fig, axes = plt.subplots(1, 2, figsize=(6, 3), layout="constrained")
for ax, values, unit in zip(axes, (lines, seconds), ("lines", "seconds"), strict=True):
    bars = ax.bar(["by hand", "by fit"], values, color=[HAND, FIT], hatch=["//", ""])
    ax.bar_label(bars, fmt="%.2g" if unit == "seconds" else "%d")
    ax.set_ylabel(f"code ({unit})" if unit == "lines" else f"training time ({unit})")
    ax.margins(y=0.15)

# %% [markdown]
# ## Where it errs
#
# The network is wrong on 8 of the 453 pictures that it was not trained
# on. <!-- proof: labs/digits_by_hand_and_by_fit "wrong: 8 of 453" --> The confusion
# matrix below shows which digits it takes for which: rows are what is on the picture,
# columns what the network says.

# %%
confusion = tf.math.confusion_matrix(labels[test], fit_logits.argmax(1)).numpy()
wrong = confusion - np.diag(confusion.diagonal())
print("wrong:", wrong.sum(), "of", confusion.sum())
print("most often one digit was taken for another:", wrong.max(), "times")
print("digits never mistaken:", [int(d) for d in np.flatnonzero(wrong.sum(1) == 0)])

# %%
# alt: Confusion matrix of ten digits: nearly all counts are on the diagonal. Off it
# stand 8 mistakes, at most 2 in one place.
# <!-- proof: labs/digits_by_hand_and_by_fit "wrong: 8 of 453"
# "most often one digit was taken for another: 2 times" -->
shade = np.zeros((10, 10, 4))
shade[..., :3] = (0.90, 0.62, 0.0)
shade[..., 3] = 0.6 * confusion / confusion.max()
fig, ax = plt.subplots(figsize=(5, 4.6))
ax.imshow(shade)
for row, column in np.argwhere(confusion):
    ax.text(column, row, confusion[row, column], ha="center", va="center", fontsize=8)
ax.set_xlabel("what the network says (digit)")
ax.set_ylabel("what is on the picture (digit)")
ax.set_xticks(range(10))
ax.set_yticks(range(10))
fig.tight_layout()

# %% [markdown]
# ## Remember
#
# - With the same weights, batches and update rule, a loop of your own and `fit` give
#   the same answers. <!-- proof: labs/digits_by_hand_and_by_fit
#   "same answers: True" -->
# - Write the loop when a line in it is what you want to change; call `fit` when none
#   is. <!-- opinion -->
# - `fit` traces its step without being
#   asked. <!-- proof: layer-cake/fit_traces_once
#   "run_eagerly=False: 30 steps, Python calls: 1" --> A loop of your own is traced
#   where you write `tf.function`. <!-- proof: labs/layer_cake_opened
#   "calls: 10, traces: 1" -->
