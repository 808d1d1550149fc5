import os

# oneDNN renames kernels on some processors; without it they have one name.
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
import re
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from tensorflow.tsl.profiler.protobuf import xplane_pb2

layers = [keras.Input((3,)), keras.layers.Dense(2, "relu"), keras.layers.Dense(1)]
model = keras.Sequential(layers)
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
for name, call in ("eager", model), ("graph", tf.function(model)):
    with tf.profiler.experimental.Profile(name):
        answer = call(x)
    (file,) = Path(name).rglob("*.xplane.pb")
    events = set()
    for plane in xplane_pb2.XSpace.FromString(file.read_bytes()).planes:
        events |= {metadata.name for metadata in plane.event_metadata.values()}
    kernels = {k for e in events for k in re.findall(r"\w: ?(_?[A-Z]\w+)$", e)}
    print(name, answer.numpy().ravel(), *sorted(kernels))
