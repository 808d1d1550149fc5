import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

plt.rcParams.update({"svg.hashsalt": "0", "svg.fonttype": "none"})
looks = {"Keras": ("#d4541e", "o"), "TensorFlow": ("#4078c8", "s")}
with Path(__file__).with_name("timeline.csv").open() as file:
    events = list(csv.DictReader(file))
said = [f"{event['date']} {event['event']}" for event in events]
print(*said, sep="\n")

plt.figure(figsize=(4.4, 7.6)).add_axes((0, 0, 1, 1)).set_axis_off()
plt.axis((-1.3, 7, 2027.2, 2014.8))
plt.plot([0, 0], [2015, 2027], color="#7d8590")
for year in range(2015, 2028):
    plt.text(-0.2, year, year, size=11, ha="right", va="center")
heights = np.linspace(2015.2, 2026.8, len(events))
for y, event, words in zip(heights, events, said, strict=True):
    year, month = map(int, event["date"].split("-"))
    colour, sign = looks[event["project"]]
    path = [year + (month - 1) / 12, y, y]
    plt.plot([0, 0.7, 0.9], path, sign + "-", color=colour, markevery=3)
    plt.text(1.1, y, words.replace(" ", "\n", 1), size=11, va="center")
data = {"Title": "A timeline: " + "; ".join(said), "Date": None}
plt.savefig("timeline.svg", transparent=True, metadata=data)
