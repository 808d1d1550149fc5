import numpy as np
import tensorflow as tf
from keras import Input, Sequential, layers, optimizers

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
one = tf.distribute.OneDeviceStrategy("CPU:0")
two = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
x = np.random.default_rng(0).random((9, 3), "float32")
rows = tf.data.Dataset.from_tensor_slices((x, x.sum(axis=1)))

for drop in False, True:
    print("batches of 8, drop_remainder =", drop)
    for strategy in one, two:
        with strategy.scope():
            model = Sequential([Input((3,)), layers.Dense(1)])
            model.set_weights([np.zeros((3, 1)), np.zeros(1)])
            model.compile(optimizers.SGD(0.1), "mse")
        data = rows.batch(8, drop_remainder=drop)
        [loss] = model.fit(data, verbose=0).history["loss"]
        kernel = model.get_weights()[0].ravel().round(4)
        devices = strategy.num_replicas_in_sync
        print(f"  devices {devices}: loss {loss:.4f}, kernel {kernel}")
