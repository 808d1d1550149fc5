import keras
import numpy as np
import tensorflow as tf
import tf_keras

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
    model.fit(x, y, epochs=5, verbose=0)
    used = {v.value.device for v in model.trainable_variables}
    kernel = model.get_weights()[0].ravel().round(4)
    kind = type(k.distribution.distribution()).__name__
    title = f"{kind} on TensorFlow x {len(used)}, fit of {name}"
    print(f"{title}, trains: {kernel}")
devices = keras.distribution.list_devices()
print("devices:", *devices, "used:", *(u[-5:] for u in used))
print("tf_keras.distribution:", hasattr(tf_keras, "distribution"))
