import keras
import numpy as np

x, y = np.ones((4, 1)), 3 * np.ones((4, 1))
epochs = []


class Watch(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        epochs.append(epoch)
        if epochs == [0, 1, 2]:
            raise KeyboardInterrupt


for _ in range(2):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    callbacks = [keras.callbacks.BackupAndRestore("backup"), Watch()]
    try:
        model.fit(x, y, epochs=5, callbacks=callbacks, verbose=0)
    except KeyboardInterrupt:
        print("interrupted,", end=" ")
    print("epochs", epochs, "steps", int(model.optimizer.iterations))
    epochs.clear()
