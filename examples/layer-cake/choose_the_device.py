import keras
import numpy as np
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
half = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [half, half])

hidden = keras.layers.Dense(2, activation="relu")
score = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), hidden, score])
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])

print("weights live on", {w.value.device[-5:] for w in model.weights})
for place in "CPU:0", "CPU:1":
    with tf.device(place):
        answer = model(x)
    print("asked for", place, "ran on", answer.device[-5:], end=" ")
    print("answer", answer.numpy().ravel())
