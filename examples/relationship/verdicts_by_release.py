# /// script
# [tool.check]
# long = "to draw a whole picture"
# ///
import csv
from pathlib import Path

import matplotlib.pyplot as plt

plt.rcParams.update({"svg.hashsalt": "0", "svg.fonttype": "none"})
looks = {"holds": ("o", "#12908a"), "does not hold": ("_", "#7d8590")}
claims = ["part_of", "from_import", "backend_tf_only", "multi_backend"]
ledger = Path(__file__).parents[1] / "ledger"
rows = (ledger / "ledger.csv").read_text().splitlines()
title = "The releases of TensorFlow on which each claim holds"

plt.figure(figsize=(4.1, 4)).add_axes((0, 0, 1, 1)).set_axis_off()
plt.axis((-0.6, 26.6, 3.4, -0.4))
for y, claim in enumerate(claims):
    says = (ledger / f"{claim}.py").read_text().split("\n")[0][9:]
    plt.text(-0.4, y - 0.17, says, size=11, wrap=True)
    held = []
    for r in csv.DictReader(rows):
        release = r["release"].removeprefix("tensorflow-")
        if r["claim"] == claim.replace("_", "-") and "-" not in release:
            sign, colour = looks.get(r["verdict"], ("x", "black"))
            plt.plot(release, y, sign, color=colour)
            held += [release] if r["verdict"] == "holds" else []
    plt.text(held[0], y + 0.27, held[0], size=11)
    plt.text(held[-1], y + 0.27, held[-1], size=11, ha="right")
    title += f"\n{says}: {' '.join(held)}"
print(title)
data = {"Title": title, "Date": None}
plt.savefig("verdicts_by_release.svg", transparent=True, metadata=data)
