# /// script
# tool.check.long = "it starts a whole cluster"
# ///
from socket import create_server

import keras
import numpy as np
import tensorflow as tf
import tf_keras

ANY = "127.0.0.1", 0
with create_server(ANY) as one, create_server(ANY) as two:
    hosts = [f"127.0.0.1:{s.getsockname()[1]}" for s in (one, two)]
cluster = tf.train.ClusterSpec({"worker": hosts[:1], "ps": hosts[1:]})
servers = [tf.distribute.Server(cluster, j, 0) for j in cluster.jobs]
Resolver = tf.distribute.cluster_resolver.SimpleClusterResolver
strategy = tf.distribute.ParameterServerStrategy(Resolver(cluster))
coordinator = tf.distribute.coordinator.ClusterCoordinator(strategy)
x = np.random.default_rng(0).random((8, 3), "float32")
args = list(tf.data.Dataset.from_tensors((x, x.sum(axis=1))))

kerases = {"keras": keras, "tf.keras": tf.keras, "tf_keras": tf_keras}
for name, k in kerases.items():
    with strategy.scope():
        model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
        model.set_weights([np.zeros((3, 1)), np.zeros(1)])
        model.compile(k.optimizers.SGD(0.1), "mse")
    step = tf.function(lambda f=model.train_step: strategy.run(f, args))
    for _ in range(5):
        coordinator.schedule(step).fetch()
    print(f"ParameterServerStrategy x 1, loop of {name},", end=" ")
    print("trains:", model.get_weights()[0].ravel().round(4))
