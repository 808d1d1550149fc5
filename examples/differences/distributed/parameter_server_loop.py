import socket

import keras
import tensorflow as tf

with socket.create_server(("", 0)) as one, socket.create_server(("", 0)) as two:
    hosts = [f"127.0.0.1:{free.getsockname()[1]}" for free in (one, two)]
cluster = tf.train.ClusterSpec({"worker": hosts[:1], "ps": hosts[1:]})
servers = [tf.distribute.Server(cluster, job, 0) for job in ("worker", "ps")]
resolver = tf.distribute.cluster_resolver.SimpleClusterResolver(cluster)
strategy = tf.distribute.ParameterServerStrategy(resolver)
with strategy.scope():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, "relu")])
    model.set_weights([tf.ones((3, 1)) / 10, tf.zeros(1)])
    optimizer = keras.optimizers.SGD(0.1)


def step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(tf.ones((8, 3))) - 1) ** 2)
    optimizer.apply(tape.gradient(loss, model.weights), model.weights)
    return loss


coordinator = tf.distribute.coordinator.ClusterCoordinator(strategy)
run = tf.function(lambda: strategy.run(step))
for _ in range(4):
    print(f"loss {coordinator.schedule(run).fetch():.4f}")
print("kernel lives on", model.layers[0].kernel.value.device)
