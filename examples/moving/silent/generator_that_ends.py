import keras
import numpy as np


def five():
    for _ in range(5):
        yield np.ones((2, 1)), np.zeros((2, 1))


def endless():
    while True:
        yield from five()


class Count(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        batches.append(0)

    def on_train_batch_end(self, batch, logs=None):
        batches[-1] += 1


for source, steps in [(five, None), (five, 5), (endless, 5)]:
    batches = []
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    options = {"epochs": 3, "steps_per_epoch": steps, "verbose": 0}
    model.fit(source(), callbacks=[Count()], **options)
    print(f"{source.__name__}, steps_per_epoch={steps}: {batches}")
