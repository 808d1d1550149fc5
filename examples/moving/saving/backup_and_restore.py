import keras
import numpy as np

x, y = np.ones((4, 1)), 3 * np.ones((4, 1))


class Stop(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        epochs.append(epoch)
        if fails and epoch == 2:
            raise KeyboardInterrupt


for fails in True, False:
    epochs = []
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    backup = keras.callbacks.BackupAndRestore("backup")
    try:
        model.fit(x, y, epochs=5, callbacks=[backup, Stop()], verbose=0)
    except KeyboardInterrupt:
        print("interrupted;", end=" ")
    print("epochs", epochs, "steps", int(model.optimizer.iterations))
