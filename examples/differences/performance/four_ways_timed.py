# /// script
# [tool.check]
# compare = ["out"]
# long = "two networks, four ways, and their picture"
# ///
from timeit import repeat

import matplotlib.pyplot as plt
from keras import Sequential, layers, random

x, y = random.uniform((1600, 12, 12, 1)), random.uniform((1600, 1))
plt.rcParams.update({"svg.fonttype": "none", "savefig.bbox": "tight"})
plt.figure(figsize=(2.5, 2.8)).add_subplot(frame_on=False, xticks=[])
for net, first in {"CNN": [layers.Conv2D(16, 3)], "Dense": []}.items():
    seconds = {}
    for way, settings in {
        "20 steps a call": {"steps_per_execution": 20},
        "XLA": {"jit_compile": True},
        "graph": {"jit_compile": False},
        "eager": {"run_eagerly": True},
    }.items():
        model = Sequential([*first, layers.Flatten(), layers.Dense(1)])
        model.compile("sgd", "mse", **settings)
        print(f"{net}, {way}: compiled by XLA? {model.jit_compile}")
        times = repeat(lambda m=model: m.fit(x, y, verbose=0), number=1)
        seconds[f"{net}, {way}"] = min(times)
    print("slowest:", max(seconds, key=seconds.get))
    speed = [seconds[f"{net}, eager"] / s for s in seconds.values()]
    bars = plt.barh(list(seconds), speed, color="#d4541e")
    plt.bar_label(bars, fmt=" %.1f")
plt.tick_params(length=0)
plt.xlabel("speed, as a multiple of eager")
plt.savefig("four_ways_timed.svg", transparent=True)
