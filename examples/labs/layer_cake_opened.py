# %% [markdown]
# # 3.4 The layer cake, opened
#
# A lab for [3.4 The layer cake of TensorFlow](../layer-cake.html).
#
# This lab looks at one small model in the four layers of the chapter's
# cake, from the top down. They are the Keras call, the graph that
# `tf.function` traces, the program that XLA compiles, and the threads
# that run the graph. The answers are the same in each
# layer. <!-- proof: labs/layer_cake_opened "graph same as Keras: True"
# "XLA same as Keras: True" -->

# %%
import re
from collections import Counter
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from tensorflow.tsl.profiler.protobuf import xplane_pb2

RUST, BLUE, TEAL, GREY = "#d4541e", "#4078c8", "#12908a", "#7d8590"
figures = {"figure.figsize": (4.3, 3), "font.size": 11}
no_frame = {"axes.spines.top": False, "axes.spines.right": False}
plt.rcParams.update(figures | no_frame)

# %% [markdown]
# ## Keras: the call of a model
#
# The first 256 handwritten digits of scikit-learn go through two dense
# layers. <!-- proof: labs/layer_cake_opened "hidden Dense"
# "classes Dense" "answers: (256, 10)" --> In Keras you see the layers
# and the number of their parameters.

# %%
keras.utils.set_random_seed(0)
pixels = tf.constant(load_digits().data[:256] / 16, tf.float32)
model = keras.Sequential(
    [
        keras.Input((64,)),
        keras.layers.Dense(32, "relu", name="hidden"),
        keras.layers.Dense(10, name="classes"),
    ]
)
by_keras = model(pixels)
for layer in model.layers:
    kind, count = type(layer).__name__, layer.count_params()
    print(f"{layer.name:8}{kind:7}{count:5} parameters")
print("answers:", by_keras.shape)

# %% [markdown]
# ## The traced graph
#
# `tf.function` calls the model once with a placeholder and records each
# operation. Of ten calls with one shape, only the first runs the Python
# code of the model. <!-- proof: labs/layer_cake_opened
# "Placeholder 0 inputs" "calls: 10, traces: 1" -->

# %%
traces = 0


@tf.function
def traced(x):
    global traces
    traces += 1
    return model(x)


for _ in range(10):
    by_graph = traced(pixels)
print("calls: 10, traces:", traces)
operations = traced.get_concrete_function(pixels).graph.get_operations()
for operation in operations:
    print(f"{operation.type:15}{len(operation.inputs)} inputs")

# %% [markdown]
# Here is the same list as a picture. Each operation is below all
# operations that it needs the results of, so no two operations in a
# row depend on each other. <!-- proof: labs/layer_cake_opened
# "rows: 8" "inputs that are not further up: 0" -->

# %%
steps = [
    operation for operation in operations if operation.type != "NoOp"
]
row = {}
for operation in steps:
    above = [row[i.op.name] + 1 for i in operation.inputs]
    row[operation.name] = max(above, default=0)
place, used = {}, Counter({1: 1})  # beside the line of the calculation
for operation in steps:
    at = row[operation.name]
    place[operation.name] = (used[at], at)
    used[at] += 1
not_up = sum(
    row[i.op.name] >= row[operation.name]
    for operation in steps
    for i in operation.inputs
)
print("rows:", max(row.values()) + 1)
print("inputs that are not further up:", not_up)
for at in range(max(row.values()) + 1):
    print(at, *[step.type for step in steps if row[step.name] == at])

# %%
# alt: The traced graph from top to bottom: five inputs, four of them
# variables that are read, then matrix product, bias, relu, matrix
# product, bias and the result. <!-- proof: labs/layer_cake_opened
# "0 Placeholder Placeholder Placeholder Placeholder Placeholder"
# "1 ReadVariableOp ReadVariableOp ReadVariableOp ReadVariableOp"
# "2 MatMul" "3 BiasAdd" "4 Relu" "5 MatMul" "6 BiasAdd" "7 Identity"
# -->
LOOKS = {
    "Placeholder": ("s", BLUE),
    "ReadVariableOp": ("o", TEAL),
    "Identity": ("D", GREY),
}
fig, ax = plt.subplots(figsize=(4.3, 5), layout="constrained")
for operation in steps:
    x, y = place[operation.name]
    for source in operation.inputs:
        arrow = {"arrowstyle": "->", "color": GREY, "shrinkB": 8}
        ax.annotate("", (x, y), place[source.op.name], arrowprops=arrow)
    marker, colour = LOOKS.get(operation.type, ("^", RUST))
    ax.plot(x, y, marker, color=colour, markersize=11)
    if y == 0:
        ax.text(x, -0.35, "variable" if x else "input", ha="center")
    else:
        label = operation.type.removesuffix("VariableOp")
        ax.text(x - 0.2, y, label, ha="right", va="center")
ax.set(xlim=(-1.3, 4.5), ylim=(7.5, -0.8), xticks=[], frame_on=False)
ax.set_ylabel("operations before it")
ax.tick_params(length=0)

# %% [markdown]
# ## The program that XLA compiles
#
# XLA translates the graph into its own language, HLO, and then
# optimises it. This cell counts the instructions before they are
# optimised. The two biases have become broadcasts and additions, and
# `relu` a maximum with zero. <!-- proof: labs/layer_cake_opened "add 2"
# "broadcast 3" "maximum 1" "the constant: 0" -->

# %%
compiled = tf.function(model, jit_compile=True)
by_xla = compiled(pixels)
show = compiled.experimental_get_compiler_ir(pixels)
INSTRUCTION = re.compile(r"= \S+ ([a-z-]+)\(")
translated = show(stage="hlo")
before = Counter(INSTRUCTION.findall(translated))
for instruction, count in sorted(before.items()):
    if instruction not in ("parameter", "reshape", "tuple"):
        print(f"{instruction:18}{count}")
print("the constant:", *re.findall(r" constant\((.+?)\)", translated))

# %% [markdown]
# The picture shows the number of instructions before and after
# optimisation. On the machine that built this page, the optimiser
# combines instructions into fusions. <!-- proof: labs/layer_cake_opened
# "fusions before: 0, more after: True" -->

# %%
# alt: Bars of HLO instructions before and after optimisation on this
# machine: reshapes and transposes become fewer, and fusions
# appear. <!-- proof: labs/layer_cake_opened
# "reshapes and transposes before: 4, fewer after: True"
# "fusions before: 0, more after: True" -->
after = Counter(INSTRUCTION.findall(show(stage="optimized_hlo")))
moves, moved = (
    count["reshape"] + count["transpose"] for count in (before, after)
)
print(f"reshapes and transposes before: {moves}", end=", ")
print("fewer after:", moved < moves)
joined = after["fusion"] > before["fusion"]
print(f"fusions before: {before['fusion']}, more after: {joined}")
kinds = sorted(
    (before | after).keys() - {"parameter", "tuple", "constant"}
)
rows = np.arange(len(kinds))
fig, ax = plt.subplots(figsize=(4.3, 4.4), layout="constrained")
bars = {"as translated": (before, GREY), "optimised": (after, RUST)}
for shift, (label, (count, colour)) in zip(
    (-0.2, 0.2), bars.items(), strict=True
):
    counts = [count[kind] for kind in kinds]
    drawn = ax.barh(
        rows + shift, counts, 0.36, color=colour, label=label
    )
    ax.bar_label(drawn, padding=3)
ax.set(yticks=rows, yticklabels=kinds, xticks=[], frame_on=False)
ax.set_xlabel("instructions (count)")
ax.invert_yaxis()
fig.legend(loc="outside upper left", ncols=2, frameon=False)
ax.tick_params(length=0)

# %% [markdown]
# ## The threads that run the graph
#
# The profiler records when each operation runs, and on which thread.
# This cell records three calls of the traced
# function. <!-- proof: labs/layer_cake_opened
# "calls in the profile: 3" -->

# %%
options = tf.profiler.experimental.ProfilerOptions(host_tracer_level=2)
with tf.profiler.experimental.Profile("profile", options):
    for _ in range(3):
        traced(pixels)
(file,) = Path("profile").rglob("*.xplane.pb")
space = xplane_pb2.XSpace.FromString(file.read_bytes())
(cpu,) = [plane for plane in space.planes if plane.name == "/host:CPU"]
events = []
for line in cpu.lines:
    for event in line.events:
        name = cpu.event_metadata[event.metadata_id].name
        begin = line.timestamp_ns / 1e3 + event.offset_ps / 1e6
        events.append((line.name, name, begin, event.duration_ps / 1e6))
seen = {
    layer.name
    for layer in model.layers
    if any(layer.name in e[1] for e in events)
}
calls = sum(name == "FunctionRun" for _, name, _, _ in events)
print("calls in the profile:", calls)
print("layers in the profile:", *sorted(seen))
print(
    "events that name Keras:",
    sum("keras" in event[1].lower() for event in events),
)

# %% [markdown]
# The times in the picture are those of one recorded run. The names of
# the two layers are part of the names of the operations, and no event
# has Keras in its name. <!-- proof: labs/layer_cake_opened
# "layers in the profile: classes hidden"
# "events that name Keras: 0" -->

# %%
# measured
# alt: Timeline of three calls, microseconds to the right: on the Python
# thread each call is one bar without operations; one or more threads of
# TensorFlow run the operations of both
# layers. <!-- proof: labs/layer_cake_opened "calls in the profile: 3"
# "layers in the profile: classes hidden"
# "operations on the Python thread: 0" -->
shown = [
    event
    for event in events
    if event[1] == "FunctionRun" or "/" in event[1]
]
in_python = [
    name
    for thread, name, _, _ in shown
    if thread == "python" and "/" in name
]
print("operations on the Python thread:", len(in_python))
threads = sorted(
    {event[0] for event in shown},
    key=lambda name: (name != "python", name),
)
first = min(event[2] for event in shown)
size = {
    "figsize": (4.3, 2 + 0.5 * len(threads)),
    "layout": "constrained",
}
fig, ax = plt.subplots(**size)
looks = {"FunctionRun": GREY, "hidden": RUST, "classes": BLUE}
for thread, name, begin, length in shown:
    part = next((part for part in looks if part in name), "FunctionRun")
    at, colour = threads.index(thread), looks[part]
    ax.barh(at, length, left=begin - first, color=colour, ec=colour)
labels = ["one call, seen from Python", "layer hidden", "layer classes"]
for colour, label in zip(looks.values(), labels, strict=True):
    ax.barh(0, 0, color=colour, label=label)
names = [f"thread {n}" if n else "Python" for n in range(len(threads))]
ax.set_yticks(range(len(threads)), names)
ax.invert_yaxis()
ax.set_xlabel("time since the first call (µs)")
ax.spines["left"].set_visible(False)
fig.legend(loc="outside upper left", frameon=False)
ax.tick_params("y", length=0)

# %% [markdown]
# ## The same answers in every layer

# %%
by_numpy = pixels.numpy()
for layer in model.layers:
    weights, bias = layer.get_weights()
    by_numpy = by_numpy @ weights + bias
    by_numpy = (
        np.maximum(by_numpy, 0) if layer.name == "hidden" else by_numpy
    )
for name, answers in {
    "graph": by_graph,
    "XLA": by_xla,
    "NumPy": by_numpy,
}.items():
    print(
        f"{name:6}same as Keras:",
        np.allclose(answers, by_keras, atol=1e-5),
    )

# %% [markdown]
# ## Remember
#
# - Keras has layers, the graph has operations, and HLO has
#   instructions. The profile shows the thread on which each operation
#   of the graph ran. <!-- proof: labs/layer_cake_opened "hidden Dense"
#   "BiasAdd 2 inputs" "add 2" "operations on the Python thread: 0" -->
# - Ten calls with one shape trace the graph once. Nine of them do not
#   run the Python code of the model. <!-- proof: labs/layer_cake_opened
#   "calls: 10, traces: 1" -->
# - Keras, the graph, XLA and a few lines of NumPy give the same
#   answers. <!-- proof: labs/layer_cake_opened
#   "graph same as Keras: True" "XLA same as Keras: True"
#   "NumPy same as Keras: True" -->
