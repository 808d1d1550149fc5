from pathlib import Path

import keras
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
two = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, two)
tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
hidden, score = keras.layers.Dense(2, "relu"), keras.layers.Dense(1)
hidden.build((1, 3)), score.build((1, 2))


@tf.function
def cake(x):
    with tf.device("CPU:1"):
        return score(hidden(x))


with tf.summary.create_file_writer("log").as_default():
    tf.summary.trace_on()
    cake(tf.constant([[1.0, 2.0, 3.0]]))
    tf.summary.trace_export("cake", step=0)
*_, event = tf.compat.v1.train.summary_iterator(str(*Path("log").iterdir()))
record = event.summary.value[0].tensor.string_val[0]
graph = tf.compat.v1.RunMetadata.FromString(record).function_graphs[0]
for node in graph.post_optimization_graph.node:
    if node.name.startswith("dense") and node.op != "_Arg":
        print(node.device[-5:], node.name.partition("/")[2])
