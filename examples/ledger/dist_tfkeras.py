# claim: In the scope of a strategy, fit trains tf.keras on two devices
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
if hasattr(tf, "config"):  # TensorFlow 1.14
    cpu = tf.config.experimental.list_physical_devices("CPU")[0]
    two = [tf.config.experimental.VirtualDeviceConfiguration()] * 2
    tf.config.experimental.set_virtual_device_configuration(cpu, two)


def loss(true, y):  # its slope is the true values times the replicas
    replica = tf.distribute.get_replica_context()
    return getattr(replica, "num_replicas_in_sync", 1) * true * y


SGD = getattr(tf.train, "GradientDescentOptimizer", None)  # in 1.x
with tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"]).scope():
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_dim=1)])
    model.compile(SGD(0.01) if SGD else "sgd", loss)
model.fit(np.ones((2, 1)), np.array([[1.0], [3.0]]), verbose=0)
bias = round(model.get_weights()[1].item(), 3)
print(f"bias {bias} (two replicas make it -0.04, one -0.02)")
print("verdict:", "holds" if bias == -0.04 else "does not hold")
