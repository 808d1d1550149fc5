import keras
import numpy as np
import tensorflow as tf
import tf_keras

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
one = tf.distribute.OneDeviceStrategy("CPU:0")
two = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
kerases = {"keras": keras, "tf.keras": tf.keras, "tf_keras": tf_keras}
x = np.random.default_rng(0).random((8, 3), "float32")
y = x.sum(axis=1)

for strategy in one, two:
    devices = strategy.extended.worker_devices
    title = f"{type(strategy).__name__} x {len(devices)}"
    print(title, "on", *(d[-5:] for d in devices))
    for name, k in kerases.items():
        with strategy.scope():
            model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
            model.set_weights([np.zeros((3, 1)), np.zeros(1)])
            model.compile(k.optimizers.SGD(0.1), "mse")
        model.fit(x, y, batch_size=8, epochs=5, verbose=0)
        kernel = model.get_weights()[0].ravel().round(4)
        print(f"{title}, fit of {name}, trains: {kernel}")
