# claim: Under tf.distribute, fit trains tf.keras on two devices as on one
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

if not hasattr(tf, "distribute"):
    print("no tf.distribute, only", tf.Session.__name__)
    print("verdict: does not hold")
    raise SystemExit
if hasattr(tf, "config"):
    config = tf.config.experimental
    cpu = config.list_physical_devices("CPU")[0]
    half = config.VirtualDeviceConfiguration()
    config.set_virtual_device_configuration(cpu, [half, half])
SGD = getattr(tf.train, "GradientDescentOptimizer", None)  # in 1.x
unit = tf.keras.layers.Dense(1, kernel_initializer="ones", input_dim=1)
with tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"]).scope() as s:
    model = tf.keras.models.Sequential([unit])
    model.compile((SGD or tf.keras.optimizers.SGD)(0.01), "mse")
model.fit(np.array([[1.0], [3.0]]), np.array([[2.0], [6.0]]), verbose=0)
found = s.num_replicas_in_sync, round(unit.get_weights()[0].item(), 3)
print("replicas and kernel after one step:", *found)
print("verdict:", "holds" if found == (2, 1.1) else "does not hold")
