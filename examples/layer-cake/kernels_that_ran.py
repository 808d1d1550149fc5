import os

# oneDNN renames kernels on some processors; without it they have one name.
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
import re
from pathlib import Path

import keras
import tensorflow as tf
from tensorflow.tsl.profiler.protobuf import xplane_pb2

layers = [keras.Input((3,)), keras.layers.Dense(2, "relu"), keras.layers.Dense(1)]
model = keras.Sequential(layers)
x = tf.constant([[1.0, 2.0, 3.0]])
for name, call in ("eager", model), ("graph", tf.function(model)):
    call(x)
    with tf.profiler.experimental.Profile(name):
        call(x)
    (file,) = Path(name).rglob("*.xplane.pb")
    events = set()
    for plane in xplane_pb2.XSpace.FromString(file.read_bytes()).planes:
        events |= {metadata.name for metadata in plane.event_metadata.values()}
    kernels = {k for e in events for k in re.findall(r"\w: ?(_?[A-Z]\w+)$", e)}
    print(name, *sorted(kernels))
