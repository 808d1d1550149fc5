import socket

import keras
import numpy as np
import tensorflow as tf
import tf_keras

with socket.create_server(("", 0)) as one, socket.create_server(("", 0)) as two:
    hosts = [f"127.0.0.1:{free.getsockname()[1]}" for free in (one, two)]
cluster = tf.train.ClusterSpec({"worker": hosts[:1], "ps": hosts[1:]})
servers = [tf.distribute.Server(cluster, job, 0) for job in ("worker", "ps")]
resolver = tf.distribute.cluster_resolver.SimpleClusterResolver(cluster)
strategy = tf.distribute.ParameterServerStrategy(resolver)
data = tf.data.Dataset.from_tensors((np.ones((8, 3)), np.ones((8, 1)))).repeat()

for library in [tf_keras, keras]:
    with strategy.scope():
        model = library.Sequential([library.Input((3,)), library.layers.Dense(1)])
        model.set_weights([np.zeros((3, 1)), np.zeros(1)])
        model.compile("sgd", "mse")
    try:
        logs = model.fit(data, epochs=2, steps_per_epoch=4, verbose=0).history["loss"]
        print(library.__name__, "- fit trains, losses:", np.round(logs, 4))
    except ValueError as error:
        print(library.__name__, "- fit fails:", str(error).splitlines()[0])
