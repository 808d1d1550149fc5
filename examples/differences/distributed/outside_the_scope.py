import numpy as np
import tensorflow as tf
from keras import Input, Sequential, layers

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
scope = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
none = tf.distribute.get_strategy()
x, y = np.ones((8, 3)), np.ones((8, 1))

for case, build, compilation in (
    ("both inside", scope, scope),
    ("both outside", none, none),
    ("only built inside", scope, none),
    ("only compiled inside", none, scope),
):
    with build.scope():
        model = Sequential([Input((3,)), layers.Dense(1)])
    with compilation.scope():
        model.compile("adam", "mse")
    try:
        model.fit(x, y, verbose=0)
        devices = model.distribute_strategy.num_replicas_in_sync
        print(f"{case}: trains, devices: {devices}")
    except RuntimeError as error:
        print(f"{case}: RuntimeError: {str(error).split(' <')[0]}")
