import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

style = {"svg.hashsalt": "timeline", "svg.fonttype": "none", "font.size": 13}
plt.rcParams.update(style)
marks = {"Keras": ("#E69F00", "o"), "TensorFlow": ("#56B4E9", "s")}
with Path(__file__).with_name("timeline.csv").open(encoding="utf-8") as file:
    events = list(csv.DictReader(file))

axes = plt.figure(figsize=(5, 9)).add_axes((0.12, 0.02, 0.14, 0.96))
axes.set(xlim=(0, 1), ylim=(2027, 2015), xticks=[], yticks=range(2015, 2028))
axes.spines[["top", "right", "bottom"]].set_visible(False)
for row, event in zip(np.linspace(2015.1, 2026.9, len(events)), events, strict=True):
    year, month = map(int, event["date"].split("-"))
    colour, marker = marks[event["project"]]
    start = year + (month - 1) / 12
    look = {"color": colour, "marker": marker, "markevery": 3, "clip_on": False}
    axes.plot([0, 0.6, 1], [start, row, row], **look)
    axes.text(1.1, row, f"{event['date']}\n{event['event']}", va="center")
    print(event["date"], f"{event['project']:10}", event["event"])
plt.savefig("timeline.svg", transparent=True, metadata={"Date": None})
