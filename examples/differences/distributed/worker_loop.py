import keras
import numpy as np
import tensorflow as tf


def train(strategy):
    x = np.random.default_rng(0).random((8, 3), "float32")
    y = x.sum(axis=1, keepdims=True)
    with strategy.scope():
        model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
        model.set_weights([np.zeros((3, 1)), np.zeros(1)])
        optimizer = keras.optimizers.SGD(0.1)

    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum((model(x) - y) ** 2) / 8  # 8 rows in all workers
        weights = model.trainable_variables
        optimizer.apply(tape.gradient(loss, weights), weights)
        return loss

    run = tf.function(lambda batch: strategy.run(step, batch))
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8).repeat(5)
    for batch in strategy.experimental_distribute_dataset(data):
        loss = strategy.reduce("SUM", run(batch), axis=None)
    print(f"loss {loss:.4f}, kernel", model.get_weights()[0].ravel().round(4))


if __name__ == "__main__":
    train(tf.distribute.MultiWorkerMirroredStrategy())
