from operator import attrgetter

import keras
import tensorflow as tf

for row, name in [
    ("backend", "config.backend"),
    ("performance", "Model.compile"),
    ("performance", "mixed_precision.set_global_policy"),
    ("distributed", "distribution.DataParallel"),
    ("mobile", "Model.export"),
    ("versioning", "__version__"),
]:
    same = attrgetter(name)(tf.keras) is attrgetter(name)(keras)
    print(f"{row:12} {name:33} one object: {same}")
print(f"{'':12} {'the module':33} one object: {tf.keras is keras}")
