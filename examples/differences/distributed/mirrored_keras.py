import keras
import numpy as np
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
one = tf.distribute.OneDeviceStrategy("CPU:0")
two = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
x = np.random.default_rng(0).random((32, 4), "float32")
y = x.sum(axis=1, keepdims=True)

for strategy in one, two:
    with strategy.scope():  # build and compile: both inside
        dense = keras.layers.Dense(1)
        model = keras.Sequential([keras.Input((4,)), dense])
        model.set_weights([np.zeros((4, 1)), np.zeros(1)])
        model.compile(keras.optimizers.SGD(0.1), "mse")
    options = {"batch_size": 8, "epochs": 3, "shuffle": False}
    fit = model.fit(x, y, **options, verbose=0)
    copies = strategy.experimental_local_results(dense.kernel.value)
    devices = [copy.device[-5:] for copy in copies]
    print(type(strategy).__name__, "on", *devices)
    print("  losses", np.round(fit.history["loss"], 4))
    print("  kernel", model.get_weights()[0].ravel().round(4))
