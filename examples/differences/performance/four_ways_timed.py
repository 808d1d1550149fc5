# /// script
# [tool.check]
# compare = ["out"]
# ///
from timeit import repeat

import keras
import matplotlib.pyplot as plt
import tensorflow as tf

x = tf.random.stateless_uniform((3200, 16), seed=(0, 0))
data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).batch(32)
times = {}
for way in ["eager", "graph", "XLA", "fit"]:
    keras.utils.set_random_seed(0)
    tf.config.run_functions_eagerly(way == "eager")
    model = keras.Sequential([keras.Input((16,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    step = tf.function(model.train_step, jit_compile=way == "XLA")
    epoch = "model.fit(data, verbose=0)" if way == "fit" else "for b in data: step(b)"
    times[way] = min(repeat(epoch, number=1, repeat=3, globals=globals()))
    print(f"{way:5}  300 steps  weights sum to {model.get_weights()[0].sum():.4f}")
print("slowest:", max(times, key=times.get))
plt.rcParams.update({"svg.hashsalt": "four_ways_timed", "svg.fonttype": "none"})
plt.bar(list(times), [times["eager"] / t for t in times.values()], color="#56B4E9")
plt.ylabel("speed, as a multiple of eager")
plt.savefig("four_ways_timed.svg", transparent=True, metadata={"Date": None})
