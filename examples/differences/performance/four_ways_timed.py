# /// script
# tool.check.compare = ["out"]
# ///
from timeit import repeat

import matplotlib.pyplot as plt
from keras import Sequential, layers, random

x, y = random.uniform((1600, 12, 12, 1)), random.uniform((1600, 1))
for net, first in {"Dense": [], "CNN": [layers.Conv2D(16, 3)]}.items():
    seconds = {}
    for way, settings in {
        "eager": {"run_eagerly": True},
        "graph": {"jit_compile": False},
        "XLA": {"jit_compile": True},
        "20 steps a call": {"steps_per_execution": 20},
    }.items():
        model = Sequential([*first, layers.Flatten(), layers.Dense(1)])
        model.compile("sgd", "mse", **settings)
        print(f"{net}, {way}: compiled by XLA? {model.jit_compile}")
        seconds[way] = min(repeat(lambda m=model: m.fit(x, y, verbose=0), number=1))
    speed = {f"{net}, {way}": seconds["eager"] / s for way, s in seconds.items()}
    print("slowest:", min(speed, key=speed.get))
    plt.bar_label(plt.barh(list(speed), list(speed.values())), fmt="%.1f")
plt.xlabel("speed, as a multiple of eager")
plt.rcParams.update({"svg.fonttype": "none", "savefig.bbox": "tight"})
plt.savefig("four_ways_timed.svg", transparent=True)
