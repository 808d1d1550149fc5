# claim: Under tf.distribute, fit trains tf.keras on two devices
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

if not hasattr(tf, "distribute"):
    print(f"TensorFlow {tf.VERSION} has no tf.distribute")
    print("verdict: does not hold")
    raise SystemExit
if hasattr(tf, "config"):
    config = tf.config.experimental
    cpu = config.list_physical_devices("CPU")[0]
    half = config.VirtualDeviceConfiguration()
    config.set_virtual_device_configuration(cpu, [half, half])
SGD = getattr(tf.train, "GradientDescentOptimizer", None)
unit = tf.keras.layers.Dense(1, kernel_initializer="ones", input_dim=1)
with tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"]).scope():
    model = tf.keras.models.Sequential([unit])
    loss = lambda y, p: (y - p) * tf.reduce_sum(y - p)
    model.compile(SGD(0.01) if SGD else "sgd", loss)
model.fit(np.array([[1.0], [3.0]]), np.array([[2.0], [6.0]]), verbose=0)
kernel = unit.get_weights()[0].item()
print(f"{kernel}")
