import csv
from pathlib import Path

import matplotlib.pyplot as plt

plt.rcParams.update({"svg.hashsalt": "verdicts", "svg.fonttype": "none"})
marks = {"holds": ("o", "#009E73"), "not yet": ("_", "#888888")}
claims = ["part-of", "multi-backend", "from-import", "not-a-wrapper"]
with Path(__file__).parents[1].joinpath("ledger", "ledger.csv").open() as file:
    rows = [row for row in csv.DictReader(file) if row["release"].count("-") == 1]
releases = dict.fromkeys(r["release"] for r in rows if r["release"][0] == "t")

axes = plt.figure(figsize=(8, 2.6), layout="constrained").add_subplot()
for claim in claims:
    verdicts = {r["release"]: r["verdict"] for r in rows if r["claim"] == claim}
    for release in releases:
        marker, colour = marks.get(verdicts[release], ("x", "#D55E00"))
        axes.scatter(release.split("-")[1], claim, marker=marker, color=colour)
    held = [name.split("-")[1] for name in releases if verdicts[name] == "holds"]
    print(f"{claim:14} held on {len(held):2} of {len(releases)}, last on {held[-1]}")
axes.set_xlabel("TensorFlow release (o holds, x no longer, - not yet)")
axes.tick_params(axis="x", rotation=90)
plt.savefig("verdicts_by_release.svg", transparent=True, metadata={"Date": None})
