import keras
import numpy as np
import tensorflow as tf
import tf_keras

strategy = tf.distribute.MultiWorkerMirroredStrategy()
title = f"MultiWorkerMirroredStrategy x {strategy.num_replicas_in_sync}"
kerases = {"keras": keras, "tf.keras": tf.keras, "tf_keras": tf_keras}
x = np.random.default_rng(0).random((8, 3), "float32")
y = x.sum(axis=1)

for name, k in kerases.items():
    print(f"{title}, fit of {name},", end=" ")
    with strategy.scope():
        model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
        model.set_weights([np.zeros((3, 1)), np.zeros(1)])
        model.compile(k.optimizers.SGD(0.1), "mse")
    try:
        # All workers have to take the rows in the same order.
        options = {"batch_size": 8, "epochs": 5, "shuffle": False}
        model.fit(x, y, **options, verbose=0)
        print(f"trains: {model.get_weights()[0].ravel().round(4)}")
    except ValueError as error:
        print("ValueError:", str(error).splitlines()[0], sep="\n  ")
