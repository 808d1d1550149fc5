# claim: TensorFlow names the device that a tf.keras layer runs on
# section: 3.4
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
if hasattr(tf, "Session"):  # TensorFlow 1
    session = tf.Session(config=tf.ConfigProto(device_count={"CPU": 2}))
else:
    cpu = tf.config.experimental.list_physical_devices("CPU")[0]
    two = [tf.config.experimental.VirtualDeviceConfiguration()] * 2
    tf.config.experimental.set_virtual_device_configuration(cpu, two)


def ran_on(place):
    with tf.device(place):
        y = keras.layers.Dropout(0.5)(tf.ones([1, 2]), training=True)
    if hasattr(y, "numpy"):
        return y.device[-5:]
    ran = tf.RunMetadata()
    session.run(y, {}, tf.RunOptions(trace_level=3), ran)
    for seen in ran.step_stats.dev_stats:
        if y.op.name in [node.node_name for node in seen.node_stats]:
            return seen.device[-5:].upper()


names = ran_on("/cpu:0") + " and " + ran_on("/cpu:1")
print("asked for cpu:0 and cpu:1, ran on", names)
print("verdict:", "holds" if names == "CPU:0 and CPU:1" else "does not hold")
