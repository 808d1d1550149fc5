# /// script
# [tool.check]
# long = "runs every row of the table, and writes it"
# ///
import csv
from html import escape
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf


class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return x, y


def batches():
    while True:
        yield x, y


keras.utils.disable_interactive_logging()
x, y, folder = np.ones((4, 3)), np.ones((4, 2)), "folder"
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
model.compile("sgd", "mse")
rate = keras.callbacks.LearningRateScheduler(lambda epoch: 0.1)
history = model.fit(x, y, callbacks=[rate]).history
model.save("m.keras")
inputs, outputs = model.inputs[0], model.outputs[0]
layer, weights = model.layers[0], model.trainable_variables
unit = keras.layers.Dense(1, "sigmoid")
sigmoid = keras.Sequential([keras.Input((3,)), unit])
steps = np.ones((5, 2, 3))
lstm = keras.layers.LSTM(1, stateful=True)
lstm(steps)
metric = keras.metrics.Mean()
with tf.GradientTape(persistent=True) as tape:
    loss = tf.reduce_mean(model(x) ** 2)
gradients = tape.gradient(loss, weights)
optimizer = keras.optimizers.SGD()
scaled = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD())
things = dict(globals())


def failure(code):
    """How a line ends, as it would in a script."""
    try:
        exec(code, things)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return type(error).__name__
    return "none"


with Path(__file__).with_name("members.csv").open() as file:
    rows = list(csv.DictReader(file))
fails = [failure(row["old"]) for row in rows]
named = [row for row in rows if row["new"] != "nothing"]
runs = [row for row in named if failure(row["new"]) == "none"]
print("rows:", len(rows))
print("nothing takes its place:", len(rows) - len(named))
print("today's line runs:", len(runs))
for error in sorted(set(fails)):
    print(f"the old line fails with {error}:", fails.count(error))
    for row, its in zip(rows, fails, strict=True):
        if its == error:
            print(f"{row['old']} -> {row['new']}")


def code(text):
    """Code that a narrow column breaks after a dot or a bracket."""
    text = escape(text, quote=False)
    for sign in ".", "(", "=":
        text = text.replace(sign, f"{sign}<wbr>")
    return f"<code>{text}</code>"


HEADS = "Old", "Today", "What changed"
heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
lines = ["<table>", f"<thead><tr>{heads}</tr></thead>", "<tbody>"]
for row in rows:
    today = code(row["new"]) if row in named else row["new"]
    more = escape(row["change"], quote=False)
    if row["more"]:
        more += f' (<a href="{row["more"]}">more</a>)'
    lines.append(f"<tr><td>{code(row['old'])}</td><td>{today}</td>")
    lines.append(f"<td>{more}</td></tr>")
lines += ["</tbody>", "</table>"]
Path("each_member.html").write_text("\n".join(lines) + "\n")
