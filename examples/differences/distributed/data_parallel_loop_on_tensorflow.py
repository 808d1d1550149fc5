import keras
import numpy as np
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
x = np.random.default_rng(0).random((8, 3), "float32")
y = x.sum(axis=1)

for name, k in {"keras": keras, "tf.keras": tf.keras}.items():
    k.distribution.set_distribution(k.distribution.DataParallel())
    model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
    model.set_weights([np.zeros((3, 1)), np.zeros(1)])
    model.compile(k.optimizers.SGD(0.1), "mse")
    step = tf.function(model.train_step)
    for _ in range(5):
        step((x, y))
    used = {v.value.device for v in model.trainable_variables}
    kernel = model.get_weights()[0].ravel().round(4)
    kind = type(k.distribution.distribution()).__name__
    title = f"{kind} on TensorFlow x {len(used)}, loop of {name}"
    print(f"{title}, trains: {kernel}")
