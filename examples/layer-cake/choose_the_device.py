import keras
import numpy as np
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
two = [tf.config.LogicalDeviceConfiguration(), tf.config.LogicalDeviceConfiguration()]
tf.config.set_logical_device_configuration(cpu, two)

layers = [keras.Input((3,)), keras.layers.Dense(2, "relu"), keras.layers.Dense(1)]
model = keras.Sequential(layers)
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])

x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
for place in "CPU:0", "CPU:1":
    with tf.device(place):
        answer = model(x)
    print(
        "asked", place, "ran on", answer.device[-5:], "answer", answer.numpy().ravel()
    )
print("weights live on", {w.value.device[-5:] for w in model.weights})
