import keras
import numpy as np
import tensorflow as tf
import tf_keras

strategy = tf.distribute.MultiWorkerMirroredStrategy()
title = f"MultiWorkerMirroredStrategy x {strategy.num_replicas_in_sync}"
kerases = {"keras": keras, "tf.keras": tf.keras, "tf_keras": tf_keras}
x = np.random.default_rng(0).random((8, 3), "float32")
y = x.sum(axis=1)
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8).repeat(5)
batches = strategy.experimental_distribute_dataset(data)

for name, k in kerases.items():
    with strategy.scope():
        model = k.Sequential([k.Input((3,)), k.layers.Dense(1)])
        model.set_weights([np.zeros((3, 1)), np.zeros(1)])
        model.compile(k.optimizers.SGD(0.1), "mse")
    step = tf.function(model.train_step)
    for batch in batches:
        strategy.run(step, args=(batch,))
    kernel = model.get_weights()[0].ravel().round(4)
    print(f"{title}, loop of {name}, trains: {kernel}")
