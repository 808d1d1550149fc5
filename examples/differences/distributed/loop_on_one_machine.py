import keras
import numpy as np
import tensorflow as tf
import tf_keras

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
one = tf.distribute.OneDeviceStrategy("CPU:0")
kerases = {"keras": keras, "tf.keras": tf.keras, "tf_keras": tf_keras}
x = np.random.default_rng(0).random((8, 3), "float32")
data = tf.data.Dataset.from_tensors((x, x.sum(axis=1))).repeat(5)

for strategy in one, tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]):
    devices = strategy.extended.worker_devices
    title = f"{type(strategy).__name__} x {len(devices)}"
    print(title, "on", *(d[-5:] for d in devices))
    for name, k in kerases.items():
        with strategy.scope():
            model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
            model.set_weights([np.zeros((3, 1)), np.zeros(1)])
            model.compile(k.optimizers.SGD(0.1), "mse")
        step = tf.function(model.train_step)
        for batch in strategy.experimental_distribute_dataset(data):
            strategy.run(step, args=(batch,))
        kernel = model.get_weights()[0].ravel().round(4)
        print(f"{title}, loop of {name}, trains: {kernel}")
