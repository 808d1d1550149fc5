# claim: tf.keras has all layer, optimizer, loss, metric names of keras
# section: 3.2
import inspect
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import keras
import tensorflow as tf

kinds = "layers.Layer optimizers.Optimizer losses.Loss metrics.Metric"
ours = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
shared, missing = [], []
for part, kind in (pair.split(".") for pair in kinds.split()):
    module = getattr(keras, part)
    for name, thing in inspect.getmembers(module, callable):
        if inspect.isclass(thing):
            fits = issubclass(thing, getattr(module, kind, ()))
        else:  # losses and metrics are functions, too
            fits = "y_pred" in inspect.signature(thing).parameters
        if fits and thing.__name__ == name and name[0] != "_":
            there = hasattr(getattr(ours, part), name)
            (shared if there else missing).append(f"{part}.{name}")
print(f"both: {len(shared)}, only keras: {len(missing)}", *missing[:3])
holds = shared and not missing
print("verdict:", "holds" if holds else "does not hold")
