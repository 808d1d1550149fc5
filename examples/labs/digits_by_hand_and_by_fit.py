# %% [markdown]
# # 3.3 Digits, by hand and by fit
#
# A lab for [3.3 Why TensorFlow adopted Keras](../why-keras.html).
#
# This lab trains the same network on handwritten digits twice, once by
# hand, with variables, a gradient tape and an update rule, and once
# with `compile` and `fit`. Both start from the same weights, use the
# same batches, and give the same answers in the
# end. <!-- proof: labs/digits_by_hand_and_by_fit
# "same answers: True" --> Only the code differs.

# %%
import inspect
import time

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from matplotlib.colors import ListedColormap
from sklearn.datasets import load_digits

EPOCHS, BATCH, RATE = 12, 32, 0.2
FIT, HAND, INK = "#d4541e", "#4078c8", "#7d8590"
figures = {"figure.figsize": (4.3, 3), "font.size": 11}
no_frame = {"axes.spines.top": False, "axes.spines.right": False}
plt.rcParams.update(figures | no_frame)

# %% [markdown]
# ## The data
#
# 1797 pictures of 8 by 8 pixels come with
# scikit-learn. <!-- proof: labs/digits_by_hand_and_by_fit
# "pictures: (1797, 8, 8)" --> A quarter of them is the test
# set. <!-- proof: labs/digits_by_hand_and_by_fit "test: (453, 64)" -->

# %%
digits = load_digits()
print("pictures:", digits.images.shape)
order = np.random.default_rng(0).permutation(len(digits.target))
pixels = (digits.data[order] / 16).astype("float32")
labels = digits.target[order].astype("int32")
train, test = slice(0, 1344), slice(1344, None)
print("training:", pixels[train].shape, " test:", pixels[test].shape)

# %%
# alt: The first ten handwritten digits in grey pixels, each under the
# number that it stands for: 6, 6, 6, 2, 5 in the first
# row. <!-- proof: labs/digits_by_hand_and_by_fit "first ten: 6 6 6 2 5"
# -->
fig, axes = plt.subplots(2, 5, figsize=(4.3, 2.3), layout="constrained")
for ax, picture, label in zip(axes.flat, pixels, labels, strict=False):
    shades = picture.reshape(8, 8)
    ax.imshow(shades * 0, ListedColormap([INK]), alpha=shades)
    ax.set_title(label)
    ax.set_axis_off()
print("first ten:", *labels[:10])

# %% [markdown]
# ## The same start
#
# Both networks have 64 inputs, 32 hidden features and 10
# classes. <!-- proof: labs/digits_by_hand_and_by_fit
# "weights: (64, 32) (32,) (32, 10) (10,)" --> Their initial weights are
# drawn once, with NumPy, and both networks get the same.

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
# The loop by hand has code for each part of the training. It makes the
# batches, records the forward pass, computes the gradients, updates the
# variables, and adds up the loss and the hits. For each weight $w$,
# with the loss $L$ and the learning rate $\eta$, the update rule is
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
        says = tf.argmax(logits, axis=1, output_type=tf.int32)
        hits = tf.cast(tf.equal(says, y), tf.float32)
        return tf.reduce_sum(losses), tf.reduce_sum(hits)

    history = {"loss": [], "accuracy": []}
    data = pixels[train], labels[train]
    batches = tf.data.Dataset.from_tensor_slices(data)
    for _ in range(EPOCHS):
        loss = hits = 0.0
        for x, y in batches.batch(BATCH):
            batch_loss, batch_hits = step(x, y)
            loss += float(batch_loss)
            hits += float(batch_hits)
        history["loss"].append(loss / len(batches))
        history["accuracy"].append(hits / len(batches))
    return history, forward(pixels[test]).numpy()


# %% [markdown]
# ## By fit
#
# With Keras you choose the layers, the loss, the optimizer and the
# metric, and `fit` runs the loop. To be comparable, both ways leave out
# shuffling and validation.


# %%
def by_fit():
    layers = keras.layers.Dense(32, "relu"), keras.layers.Dense(10)
    model = keras.Sequential([keras.Input((64,)), *layers])
    model.set_weights(start)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(
        keras.optimizers.SGD(RATE), loss, metrics=["accuracy"]
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
same = (hand_logits.argmax(1) == fit_logits.argmax(1)).all()
print("same answers:", same)
apart = np.abs(np.subtract(hand["loss"], fit["loss"])).max()
near = bool(apart < 1e-5)
print("losses less than a hundred thousandth apart:", near)
early, late = fit["loss"][:2], fit["loss"][-2:]
print("loss in the first two epochs: {:.2f} {:.2f}".format(*early))
print("loss in the last two epochs:  {:.2f} {:.2f}".format(*late))

# %% [markdown]
# In every epoch the two losses differ by less than a hundred
# thousandth, so the two curves lie on each
# other. <!-- proof: labs/digits_by_hand_and_by_fit
# "losses less than a hundred thousandth apart: True" -->

# %%
# alt: Training loss over twelve epochs: the markers of the loop by hand
# lie on the line of fit. <!-- proof: labs/digits_by_hand_and_by_fit
# "losses less than a hundred thousandth apart: True" --> It falls
# steeply at first and then
# flattens. <!-- proof: labs/digits_by_hand_and_by_fit
# "loss in the first two epochs: 1.83 0.85"
# "loss in the last two epochs: 0.13 0.12" -->
epochs = range(1, EPOCHS + 1)
fig, ax = plt.subplots(layout="constrained")
ax.plot(epochs, fit["loss"], color=FIT, linewidth=4)
ax.plot(epochs, hand["loss"], "o", color=HAND)
ax.text(2.6, 1.1, "the line: by fit\nthe dots: by hand")
ax.set(xlabel="epoch", ylabel="training loss (nats a picture)")
ax.set_ylim(bottom=0)
ax.tick_params(length=0)

# %% [markdown]
# ## Lines of code, and seconds
#
# By hand it takes 28 lines, and with `fit` 17, without blank
# lines. <!-- proof: labs/digits_by_hand_and_by_fit "lines by hand: 28"
# "lines by fit: 17" --> The seconds include tracing. They were measured
# when this lab was recorded, and yours will differ.

# %%
sources = [inspect.getsource(way) for way in (by_hand, by_fit)]
lines = [sum(map(bool, text.split("\n"))) for text in sources]
print(f"lines by hand: {lines[0]}")
print(f"lines by fit:  {lines[1]}")

# %%
# measured
# alt: Two pairs of bars, by hand and by fit: lines of code on the left,
# 28 and 17, and seconds of training on the right, as measured when this
# lab was recorded. <!-- proof: labs/digits_by_hand_and_by_fit
# "lines by hand: 28" "lines by fit: 17" -->
fig, axes = plt.subplots(1, 2, layout="constrained")
measured = {"lines of code": lines, "seconds of training": seconds}
for ax, unit in zip(axes, measured, strict=True):
    ways = ["by hand", "by fit"]
    bars = ax.bar(ways, measured[unit], color=[HAND, FIT])
    ax.bar_label(bars, fmt="%.3g")
    ax.set(title=unit, yticks=[], frame_on=False)
    ax.tick_params(length=0)
    ax.margins(y=0.15)

# %% [markdown]
# ## Which digits the network gets wrong
#
# The network is wrong on 8 of the 453 pictures that it was not trained
# on. <!-- proof: labs/digits_by_hand_and_by_fit "wrong: 8 of 453" -->
# The confusion matrix below has a row for each digit on the pictures,
# and a column for each digit that the network predicts.

# %%
says = fit_logits.argmax(1)
confusion = tf.math.confusion_matrix(labels[test], says).numpy()
wrong = confusion - np.diag(confusion.diagonal())
print("wrong:", wrong.sum(), "of", confusion.sum())
most = wrong.max()
print("most often one digit was taken for another:", most, "times")
never = np.flatnonzero(wrong.sum(1) == 0)
print("digits never mistaken:", never.tolist())

# %%
# alt: Confusion matrix of ten digits: nearly all counts are on the
# diagonal. Off it stand 8 mistakes, at most 2 in one
# place. <!-- proof: labs/digits_by_hand_and_by_fit "wrong: 8 of 453"
# "most often one digit was taken for another: 2 times" -->
fig, ax = plt.subplots(figsize=(4.3, 4.3), layout="constrained")
shades = 0.5 * confusion / confusion.max()
ax.imshow(confusion * 0, ListedColormap([FIT]), alpha=shades)
for row, column in np.argwhere(confusion):
    count = confusion[row, column]
    ax.text(column, row, count, ha="center", va="center")
ax.set(xticks=range(10), yticks=range(10), frame_on=False)
ax.set(xlabel="what the network says", ylabel="what is on the picture")
ax.tick_params(length=0)

# %% [markdown]
# ## Remember
#
# - With the same weights, batches and update rule, a loop by hand and
#   `fit` give the same
#   answers. <!-- proof: labs/digits_by_hand_and_by_fit
#   "same answers: True" -->
# - Use `fit`, and write the loop by hand only if you want to change a
#   part of it. <!-- opinion -->
# - `fit` traces its step by
#   itself. <!-- proof: layer-cake/fit_traces_once
#   "run_eagerly=False: 30 steps, Python calls: 1" --> A loop by hand is
#   traced where you write
#   `tf.function`. <!-- proof: labs/layer_cake_opened
#   "calls: 10, traces: 1" -->
