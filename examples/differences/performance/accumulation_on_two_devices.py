import keras
import numpy as np
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
x, y = np.ones((8, 1)), np.ones((8, 1))

for steps in None, 2:
    with strategy.scope():
        dense = keras.layers.Dense(1)
        model = keras.Sequential([keras.Input((1,)), dense])
        sgd = keras.optimizers.SGD(gradient_accumulation_steps=steps)
        model.compile(sgd, "mse")
    try:
        model.fit(x, y, batch_size=4, verbose=0)
        print(f"steps {steps}: trains")
    except RuntimeError as error:
        _, name, words, *_ = str(error).split("`")
        print(f"steps {steps}: RuntimeError: {name}{words[:34]}")
