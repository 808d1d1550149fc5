# %% [markdown]
# # 3.4 The layer cake, opened
#
# This lab looks at one small model in the four layers of the chapter's cake, from the
# top down. They are the Keras call, the graph that `tf.function` traces, the program
# that XLA compiles, and the threads that run the graph. The answers are the same in
# each layer. <!-- proof: labs/layer_cake_opened "graph same as Keras: True"
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

COLOURS = {
    "input": "#56B4E9",
    "read a variable": "#E69F00",
    "compute": "#009E73",
    "pass on": "#CC79A7",
}

# %% [markdown]
# ## Keras: the call of a model
#
# The first 256 handwritten digits of scikit-learn go through two dense
# layers. <!-- proof: labs/layer_cake_opened "hidden Dense" "classes Dense"
# "answers: (256, 10)" --> In Keras you see the layers and the number of their
# parameters.

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
    kind = type(layer).__name__
    print(f"{layer.name:8}{kind:7}{layer.count_params():5} parameters")
print("answers:", by_keras.shape)

# %% [markdown]
# ## The traced graph
#
# `tf.function` calls the model once with a placeholder and records each operation.
# Of ten calls with one shape, only the first runs the Python code of the
# model. <!-- proof: labs/layer_cake_opened "Placeholder 0 inputs"
# "calls: 10, traces: 1" -->

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
# Here is the same list as a picture. Each operation is to the right of all operations
# that it needs the results of, so no two operations in a column depend on each
# other. <!-- proof: labs/layer_cake_opened "columns: 8"
# "inputs that are not further left: 0" -->

# %%
KIND = {
    "Placeholder": "input",
    "ReadVariableOp": "read a variable",
    "Identity": "pass on",
}
steps = [step for step in operations if step.type != "NoOp"]
column = {}
for operation in steps:
    column[operation.name] = max(
        (column[i.op.name] + 1 for i in operation.inputs), default=0
    )
place, used = {}, Counter({1: 1})  # below the line of the calculation
for operation in steps:
    at = column[operation.name]
    place[operation.name] = (at, -used[at])
    used[at] += 1
not_left = sum(
    column[i.op.name] >= column[operation.name]
    for operation in steps
    for i in operation.inputs
)
print("columns:", max(column.values()) + 1)
print("inputs that are not further left:", not_left)
for at in range(max(column.values()) + 1):
    print(at, *[step.type for step in steps if column[step.name] == at])

# %%
# alt: The traced graph from left to right: five inputs, four of them variables that are
# read, then matrix product, bias, relu, matrix product, bias and the result.
# <!-- proof: labs/layer_cake_opened
# "0 Placeholder Placeholder Placeholder Placeholder Placeholder"
# "1 ReadVariableOp ReadVariableOp ReadVariableOp ReadVariableOp" "2 MatMul" "3 BiasAdd"
# "4 Relu" "5 MatMul" "6 BiasAdd" "7 Identity" -->
fig, ax = plt.subplots(figsize=(8, 4.2))
for operation in steps:
    kind = KIND.get(operation.type, "compute")
    x, y = place[operation.name]
    for source in operation.inputs:
        arrow = {"arrowstyle": "->", "color": "#808080", "shrinkA": 12, "shrinkB": 12}
        ax.annotate("", (x, y), place[source.op.name], arrowprops=arrow)
    ax.plot(x, y, "so^D"[list(COLOURS).index(kind)], color=COLOURS[kind], markersize=14)
    label = (
        "variable" if not operation.inputs and operation.name != "x" else operation.type
    )
    ax.text(
        x, y - 0.32, label.replace("ReadVariableOp", "read"), ha="center", fontsize=9
    )
for kind, marker in zip(COLOURS, "so^D", strict=True):
    ax.plot([], [], marker, color=COLOURS[kind], markersize=9, label=kind)
ax.set_xlabel("earliest step at which it can run (operations before it)")
ax.set_yticks([])
ax.margins(0.1, 0.15)
ax.legend(frameon=False, ncols=4, loc="lower center", bbox_to_anchor=(0.5, 1))
fig.tight_layout()

# %% [markdown]
# ## The program that XLA compiles
#
# XLA translates the graph into its own language, HLO, and then optimises it. This cell
# counts the instructions before they are optimised. The two biases have become
# broadcasts and additions, and `relu` a maximum with
# zero. <!-- proof: labs/layer_cake_opened "add 2" "broadcast 3" "maximum 1"
# "the constant: 0" -->

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
# The picture shows the number of instructions before and after optimisation. On the
# machine that built this page, the optimiser combines instructions into
# fusions. <!-- proof: labs/layer_cake_opened "fusions before: 0, more after: True" -->

# %%
# alt: Bars of HLO instructions before and after optimisation on this machine: reshapes
# and transposes become fewer, and fusions appear.
# <!-- proof: labs/layer_cake_opened
# "reshapes and transposes before: 4, fewer after: True"
# "fusions before: 0, more after: True" -->
after = Counter(INSTRUCTION.findall(show(stage="optimized_hlo")))
moves, moved = (count["reshape"] + count["transpose"] for count in (before, after))
print(f"reshapes and transposes before: {moves}, fewer after: {moved < moves}")
joined = after["fusion"] > before["fusion"]
print(f"fusions before: {before['fusion']}, more after: {joined}")
kinds = sorted((before | after).keys() - {"parameter", "tuple", "constant"})
rows = np.arange(len(kinds))
fig, ax = plt.subplots(figsize=(6.4, 3.8))
ax.barh(
    rows - 0.2, [before[k] for k in kinds], 0.38, color="#E69F00", label="as translated"
)
ax.barh(
    rows + 0.2,
    [after[k] for k in kinds],
    0.38,
    color="#56B4E9",
    hatch="//",
    label="optimised",
)
ax.set_yticks(rows, kinds)
ax.set_xlabel("instructions (count)")
ax.set_ylabel("HLO instruction")
ax.legend(frameon=False)
fig.tight_layout()

# %% [markdown]
# ## The threads that run the graph
#
# The profiler records when each operation runs, and on which thread. This cell records
# three calls of the traced function. <!-- proof: labs/layer_cake_opened
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
names = [name for _, name, _, _ in events]
seen = {layer.name for layer in model.layers if layer.name in str(names)}
calls = names.count("FunctionRun")
print("calls in the profile:", calls)
print("layers in the profile:", *sorted(seen))
by_name = sum("keras" in name.lower() for name in names)
print("events that name Keras:", by_name)

# %% [markdown]
# The times in the picture are those of this build. The names of the two layers are part
# of the names of the operations, and no event has Keras in its
# name. <!-- proof: labs/layer_cake_opened "layers in the profile: classes hidden"
# "events that name Keras: 0" -->

# %%
# alt: Timeline of three calls, microseconds to the right: on the Python thread each
# call is one bar without operations; one or more threads of TensorFlow run the
# operations of both layers. <!-- proof: labs/layer_cake_opened
# "calls in the profile: 3" "layers in the profile: classes hidden"
# "operations on the Python thread: 0" -->
shown = [event for event in events if event[1] == "FunctionRun" or "/" in event[1]]
in_python = [name for thread, name, _, _ in shown if thread == "python" and "/" in name]
print("operations on the Python thread:", len(in_python))
threads = sorted(
    {event[0] for event in shown}, key=lambda name: (name != "python", name)
)
first = min(event[2] for event in shown)
fig, ax = plt.subplots(figsize=(8, 1.6 + 0.6 * len(threads)))
colours = {"hidden": "#E69F00", "classes": "#56B4E9", "FunctionRun": "#808080"}
hatches = {"hidden": "", "classes": "///", "FunctionRun": ""}
for thread, name, begin, length in shown:
    part = next((part for part in colours if part in name), "FunctionRun")
    ax.barh(
        threads.index(thread),
        length,
        left=begin - first,
        color=colours[part],
        hatch=hatches[part],
    )
labels = ["one call, seen from Python", "layer hidden", "layer classes"]
for part, label in zip(["FunctionRun", "hidden", "classes"], labels, strict=True):
    ax.barh(0, 0, color=colours[part], hatch=hatches[part], label=label)
names = [f"thread {n}" if n else "Python" for n in range(len(threads))]
ax.set_yticks(range(len(threads)), names)
ax.invert_yaxis()
ax.set_xlabel("time since the first call (µs)")
ax.set_ylabel("thread")
ax.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1))
fig.tight_layout()

# %% [markdown]
# ## The same answers in every layer

# %%
by_numpy = pixels.numpy()
for layer in model.layers:
    weights, bias = layer.get_weights()
    by_numpy = by_numpy @ weights + bias
    if layer.name == "hidden":
        by_numpy = np.maximum(by_numpy, 0)
ways = {"graph": by_graph, "XLA": by_xla, "NumPy": by_numpy}
for name, answers in ways.items():
    same = np.allclose(answers, by_keras, atol=1e-5)
    print(f"{name:6}same as Keras:", same)

# %% [markdown]
# ## Remember
#
# - Keras has layers, the graph has operations, and HLO has instructions. The profile
#   shows the thread on which each operation of the graph
#   ran. <!-- proof: labs/layer_cake_opened "hidden Dense" "BiasAdd 2 inputs" "add 2"
#   "operations on the Python thread: 0" -->
# - Ten calls with one shape trace the graph once. Nine of them do not run the Python
#   code of the model. <!-- proof: labs/layer_cake_opened "calls: 10, traces: 1" -->
# - Keras, the graph, XLA and a few lines of NumPy give the same
#   answers. <!-- proof: labs/layer_cake_opened "graph same as Keras: True"
#   "XLA same as Keras: True" "NumPy same as Keras: True" -->
