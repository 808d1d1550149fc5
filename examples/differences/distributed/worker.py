import keras
import numpy as np
import tensorflow as tf

# TF_CONFIG names the workers; without it this is a cluster of one.
strategy = tf.distribute.MultiWorkerMirroredStrategy()
x = np.random.default_rng(0).random((8, 3), "float32")
y = x.sum(axis=1)
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8).repeat(5)
with strategy.scope():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.set_weights([np.zeros((3, 1)), np.zeros(1)])
    model.compile(keras.optimizers.SGD(0.1), "mse")


@tf.function
def step(batch):
    return strategy.run(model.train_step, args=(batch,))


for batch in strategy.experimental_distribute_dataset(data):
    logs = step(batch)
[inputs] = strategy.experimental_local_results(batch[0])
loss = strategy.reduce("MEAN", logs["loss"], axis=None)
print(f"{len(inputs)} rows, loss {logs['loss']:.4f}, of all {loss:.4f}")
print("  kernel", model.get_weights()[0].ravel().round(4))
