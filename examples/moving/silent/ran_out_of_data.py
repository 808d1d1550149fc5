import keras
import numpy as np
import tensorflow as tf
import tf_keras

x = np.ones((12, 1))
dataset = tf.data.Dataset.from_tensor_slices((x, x)).batch(4)


def batches_of_each_epoch(family, dataset):
    count = []
    callback = family.callbacks.LambdaCallback(
        on_epoch_begin=lambda epoch, logs: count.append(0),
        on_batch_end=lambda batch, logs: count.append(count.pop() + 1),
    )
    model = family.Sequential([family.layers.Dense(1)])
    model.compile("sgd", "mse")
    options = {"epochs": 4, "steps_per_epoch": 2, "verbose": 0}
    model.fit(dataset, callbacks=[callback], **options)
    return count


print("Keras 2:", batches_of_each_epoch(tf_keras, dataset))
print("Keras 3:", batches_of_each_epoch(keras, dataset))
print("repeat:", batches_of_each_epoch(keras, dataset.repeat()))
