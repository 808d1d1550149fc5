import re
import subprocess
import sys

import keras
import tensorflow as tf

if "--log" in sys.argv:
    tf.debugging.set_log_device_placement(True)
    cpu = tf.config.list_physical_devices("CPU")[0]
    two = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(cpu, two)
    hidden, score = keras.layers.Dense(2, "relu"), keras.layers.Dense(1)
    hidden.build((1, 3)), score.build((1, 2))

    @tf.function
    def cake(x):
        with tf.device("CPU:1"):
            return score(hidden(x))

    cake(tf.constant([[1.0, 2.0, 3.0]]))
else:
    log = subprocess.check_output([sys.executable, __file__, "--log"], text=True)
    for name, device in re.findall(r"^dense\w*/(\S+): \(.*(CPU:\d)$", log, re.M):
        print(device, name)
