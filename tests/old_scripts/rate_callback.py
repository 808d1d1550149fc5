# A callback that changes the learning rate, in the style of 2020.
import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K


class WarmUp(tf.keras.callbacks.Callback):
    def __init__(self, target, epochs):
        super(WarmUp, self).__init__()
        self.target = target
        self.epochs = epochs

    def on_epoch_begin(self, epoch, logs=None):
        rate = self.target * min(1.0, (epoch + 1) / self.epochs)
        K.set_value(self.model.optimizer.lr, rate)

    def on_epoch_end(self, epoch, logs=None):
        rate = float(K.get_value(self.model.optimizer.lr))
        print('epoch %d: rate %.3f, loss %.3f' % (epoch, rate, logs.get('loss')))
        if logs.get('loss') < 1e-6:
            self.model.stop_training = True


x = np.linspace(-1, 1, 32).reshape(-1, 1).astype('float32')
model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_dim=1)])
model.compile(tf.keras.optimizers.SGD(learning_rate=0.1), loss='mse', metrics=['mae'])
warm_up = WarmUp(0.2, 2)
model.fit(x, 3 * x + 1, epochs=3, verbose=0, shuffle=False, callbacks=[warm_up])
model.optimizer.lr = 0.0
before = model.get_weights()[0]
model.fit(x, 3 * x + 1, epochs=1, verbose=0)
print('weights stay:', np.array_equal(before, model.get_weights()[0]))
