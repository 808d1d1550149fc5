from pathlib import Path

import keras
import tensorflow as tf

hidden = keras.layers.Dense(2, activation="relu")
hidden.build((None, 3))

with tf.summary.create_file_writer("log").as_default():
    tf.summary.trace_on()
    tf.function(hidden)(tf.zeros((1, 3)))
    tf.summary.trace_export("hidden", step=0)

(log,) = Path("log").iterdir()
*_, event = tf.compat.v1.train.summary_iterator(str(log))
record = event.summary.value[0].tensor.string_val[0]
graphs = tf.compat.v1.RunMetadata.FromString(record).function_graphs[0]

print("as traced:")
for node in graphs.pre_optimization_graph.node:
    print(f"  {node.op:15} {node.device or 'no device yet'}")
print("as it runs:")
for node in graphs.post_optimization_graph.node:
    print(f"  {node.op:15} {node.device[-5:]}")
