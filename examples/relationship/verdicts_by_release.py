import csv
from pathlib import Path

import matplotlib.pyplot as plt

plt.rcParams.update({"svg.hashsalt": "0", "svg.fonttype": "none"})
looks = {"holds": ("o", "#12908a"), "does not hold": ("_", "#7d8590")}
claims = ["part_of", "from_import", "backend_tf_only", "multi_backend"]
ledger = Path(__file__).parents[1] / "ledger"
rows = (ledger / "ledger.csv").read_text().splitlines()

axes = plt.figure(figsize=(4.1, 4)).add_axes((0, 0.2, 1, 0.8))
axes.set(ylim=(3.5, -1), yticks=[], frame_on=False, xlabel="TensorFlow")
axes.tick_params("x", rotation=90, length=0)
title = "The releases of TensorFlow on which each claim holds"
for y, claim in enumerate(claims):
    says = (ledger / f"{claim}.py").read_text().split("\n")[0][9:]
    axes.text(0, y - 0.2, says, wrap=True)
    title += f"\n{says}:"
    for r in csv.DictReader(rows):
        release = r["release"].removeprefix("tensorflow-")
        if r["claim"] == claim.replace("_", "-") and "-" not in release:
            sign, colour = looks.get(r["verdict"], ("x", "black"))
            axes.plot(release, y, sign, color=colour)
            title += f" {release}" if r["verdict"] == "holds" else ""
print(title)
data = {"Title": title, "Date": None}
plt.savefig("verdicts_by_release.svg", transparent=True, metadata=data)
