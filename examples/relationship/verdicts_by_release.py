import csv
from pathlib import Path

import matplotlib.pyplot as plt

plt.rcParams.update({"svg.hashsalt": "0", "svg.fonttype": "none"})
looks = {"holds": "oC2", "does not hold": "_C7"}  # marker, colour
claims = ["part_of", "from_import", "backend_tf_only", "multi_backend"]
ledger = Path(__file__).parents[1] / "ledger"
with (ledger / "ledger.csv").open() as file:
    rows = list(csv.DictReader(file))

axes = plt.figure(figsize=(8, 4), layout="constrained").add_subplot()
axes.set(ylim=(3.5, -0.8), yticks=[], xlabel="TensorFlow release")
axes.tick_params(axis="x", rotation=90)
title = "The releases of TensorFlow on which each claim holds"
for height, claim in enumerate(claims):
    line, *_ = (ledger / f"{claim}.py").read_text().splitlines()
    axes.text(0, height - 0.25, line.removeprefix("# claim: "))
    title += line.replace("# claim: ", "\n") + ":"
    for r in rows:
        release = r["release"].removeprefix("tensorflow-")
        if r["claim"] == claim.replace("_", "-") and "-" not in release:
            axes.plot(release, height, looks.get(r["verdict"], "xC3"))
            title += f" {release}" if r["verdict"] == "holds" else ""
print(title)
data = {"Title": title, "Date": None}
plt.savefig("verdicts_by_release.svg", transparent=True, metadata=data)
