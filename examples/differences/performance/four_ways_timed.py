# /// script
# tool.check.compare = ["out"]
# ///
from timeit import Timer

import matplotlib.pyplot as plt
from keras import Sequential, layers, random

x = random.uniform((1600, 12, 12, 1), seed=0)
fit = Timer("model.fit(x, x[:, 0, 0], verbose=0)", globals=globals())
seconds, speed = {}, {}
for net, first in {"Dense": [], "CNN": [layers.Conv2D(16, 3)]}.items():
    for way, settings in {
        "eager": {"run_eagerly": True},
        "graph": {"jit_compile": False},
        "XLA": {"jit_compile": True},
        "20 steps a call": {"steps_per_execution": 20},
    }.items():
        model = Sequential([*first, layers.Flatten(), layers.Dense(1)])
        model.compile("sgd", "mse", **settings)
        seconds[way] = min(fit.repeat(repeat=5, number=1))
        speed[f"{net}, {way}"] = seconds["eager"] / seconds[way]
    print(f"{net}: slowest is {max(seconds, key=seconds.get)}")
plt.bar_label(plt.barh(list(speed), list(speed.values())), fmt="%.1f")
plt.xlabel("speed, as a multiple of eager")
plt.rcParams.update({"svg.fonttype": "none", "savefig.bbox": "tight"})
plt.savefig("four_ways_timed.svg", transparent=True)
