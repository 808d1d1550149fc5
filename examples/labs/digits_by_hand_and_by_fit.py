# %% [markdown]
# # 3.3 Digits, by hand and by fit
#
# This lab trains the same network on handwritten digits twice, once by hand, with
# variables, a gradient tape and an update rule, and once with `compile` and `fit`. Both
# start from the same weights, use the same batches, and give the same answers in the
# end. <!-- proof: labs/digits_by_hand_and_by_fit "same answers: True" --> Only the code
# differs.

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
# A quarter of them is the test
# set. <!-- proof: labs/digits_by_hand_and_by_fit "test: (453, 64)" -->

# %%
digits = load_digits()
print("pictures:", digits.images.shape)
order = np.random.default_rng(0).permutation(len(digits.target))
pixels = (digits.data[order] / 16).astype("float32")
labels = digits.target[order].astype("int32")
train, test = slice(0, 1344), slice(1344, None)
data = pixels[train], labels[train]
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
# ## The same initial weights
#
# Both networks have 64 inputs, 32 hidden features and 10
# classes. <!-- proof: labs/digits_by_hand_and_by_fit
# "weights: (64, 32) (32,) (32, 10) (10,)" --> Their initial weights are drawn once,
# with NumPy, and both networks get the same.

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
# The loop by hand has code for each part of the training. It makes the batches, records
# the forward pass, computes the gradients, updates the variables, and adds up the loss
# and the hits. For each weight $w$, with the loss $L$ and the learning rate $\eta$, the
# update rule is
#
# $$w \leftarrow w - \eta \, \frac{\partial L}{\partial w}$$


# %%
cross_entropy = tf.nn.sparse_softmax_cross_entropy_with_logits


def by_hand():
    w1, b1, w2, b2 = variables = [tf.Variable(w) for w in start]

    def forward(x):
        return tf.nn.relu(x @ w1 + b1) @ w2 + b2

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            logits = forward(x)
            losses = cross_entropy(y, logits)
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, variables)
        for w, gradient in zip(variables, gradients, strict=True):
            w.assign_sub(RATE * gradient)
        hits = tf.argmax(logits, axis=1, output_type=tf.int32) == y
        return tf.reduce_sum(losses), tf.math.count_nonzero(hits)

    history = {"loss": [], "accuracy": []}
    batches = tf.data.Dataset.from_tensor_slices(data)
    for _ in range(EPOCHS):
        loss = hits = 0
        for x, y in batches.batch(BATCH):
            more_loss, more_hits = step(x, y)
            loss, hits = loss + float(more_loss), hits + int(more_hits)
        history["loss"].append(loss / len(batches))
        history["accuracy"].append(hits / len(batches))
    return history, forward(pixels[test]).numpy()


# %% [markdown]
# ## By fit
#
# With Keras you choose the layers, the loss, the optimizer and the metric, and `fit`
# runs the loop. To be comparable, both ways leave out shuffling and validation.


# %%
def by_fit():
    model = keras.Sequential([keras.Input((64,))])
    model.add(keras.layers.Dense(32, "relu"))
    model.add(keras.layers.Dense(10))
    model.set_weights(start)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(
        optimizer=keras.optimizers.SGD(RATE),
        loss=loss,
        metrics=["accuracy"],
    )
    run = model.fit(
        *data,
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
same = hand_logits.argmax(1) == fit_logits.argmax(1)
print("same answers:", same.all())
apart = np.abs(np.subtract(hand["loss"], fit["loss"])).max()
close = bool(apart < 1e-5)
print("losses less than a hundred thousandth apart:", close)
early, late = fit["loss"][:2], fit["loss"][-2:]
print("loss in the first two epochs: {:.2f} {:.2f}".format(*early))
print("loss in the last two epochs:  {:.2f} {:.2f}".format(*late))

# %% [markdown]
# In every epoch the two losses differ by less than a hundred thousandth, so the two
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
# ## Lines of code, and seconds
#
# By hand it takes 25 lines, and with `fit` 19, without blank
# lines. <!-- proof: labs/digits_by_hand_and_by_fit "lines by hand: 25"
# "lines by fit: 19" --> The seconds include tracing. They are measured in each build,
# on the machine that builds this page, so they vary.

# %%
lines = []
for way in by_hand, by_fit:
    source = inspect.getsource(way).splitlines()
    lines.append(sum(bool(line.strip()) for line in source))
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
# ## Which digits the network gets wrong
#
# The network is wrong on 8 of the 453 pictures that it was not trained
# on. <!-- proof: labs/digits_by_hand_and_by_fit "wrong: 8 of 453" --> The confusion
# matrix below has a row for each digit on the pictures, and a column for each digit
# that the network predicts.

# %%
says = fit_logits.argmax(1)
confusion = tf.math.confusion_matrix(labels[test], says).numpy()
wrong = confusion - np.diag(confusion.diagonal())
print("wrong:", wrong.sum(), "of", confusion.sum())
most = wrong.max()
print("most often one digit was taken for another:", most, "times")
print("digits never mistaken:", np.flatnonzero(wrong.sum(1) == 0))

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
# - With the same weights, batches and update rule, a loop by hand and `fit` give
#   the same answers. <!-- proof: labs/digits_by_hand_and_by_fit
#   "same answers: True" -->
# - Use `fit`, and write the loop by hand only if you want to change a part of
#   it. <!-- opinion -->
# - `fit` traces its step by
#   itself. <!-- proof: layer-cake/fit_traces_once
#   "run_eagerly=False: 30 steps, Python calls: 1" --> A loop by hand is traced
#   where you write `tf.function`. <!-- proof: labs/layer_cake_opened
#   "calls: 10, traces: 1" -->
