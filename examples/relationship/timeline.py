import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

plt.rcParams.update({"svg.hashsalt": "0", "svg.fonttype": "none"})
plt.rcParams["font.size"] = 13
looks = {"Keras": ("#E69F00", "o"), "TensorFlow": ("#56B4E9", "s")}
with Path(__file__).with_name("timeline.csv").open() as file:
    events = list(csv.DictReader(file))
said = [f"{event['date']} {event['event']}" for event in events]
print(*said, sep="\n")

axes = plt.figure(figsize=(5, 9)).add_axes((0.12, 0.02, 0.14, 0.96))
axes.set(xlim=(0, 1), ylim=(2027, 2015), xticks=[])
axes.set_yticks(range(2015, 2028))
axes.spines[["top", "right", "bottom"]].set_visible(False)
rows = np.linspace(2015.1, 2026.9, len(events))
for row, event, words in zip(rows, events, said, strict=True):
    year, month = map(int, event["date"].split("-"))
    colour, marker = looks[event["project"]]
    look = {"color": colour, "marker": marker, "markevery": 3}
    path = [year + (month - 1) / 12, row, row]
    axes.plot([0, 0.6, 1], path, clip_on=False, **look)
    axes.text(1.1, row, words.replace(" ", "\n", 1), va="center")
data = {"Title": "A timeline: " + "; ".join(said), "Date": None}
plt.savefig("timeline.svg", transparent=True, metadata=data)
