# Learning rates that fall, in the style of 2019 and repaired for 2022.
import numpy as np
from tensorflow import keras
from tensorflow.keras import backend as K

x = np.linspace(-1, 1, 32).reshape(-1, 1).astype('float32')
y = 3 * x + 1


def build_model(optimizer):
    model = keras.Sequential([keras.layers.Dense(1, kernel_initializer='zeros', input_dim=1)])
    model.compile(loss=keras.losses.mean_squared_error, optimizer=optimizer)
    return model


def step_decay(epoch):
    return 0.1 * 0.5 ** (epoch // 2)


model = build_model(keras.optimizers.legacy.SGD(lr=0.1, decay=0.1))
model.fit(x, y, epochs=4, verbose=0, shuffle=False)
print('by decay:', model.evaluate(x, y, verbose=0))

model = build_model(keras.optimizers.SGD(momentum=0.9))
scheduler = keras.callbacks.LearningRateScheduler(step_decay, verbose=1)
history = model.fit(x, y, epochs=4, verbose=0, shuffle=False, callbacks=[scheduler])
print('by epoch:', history.history['lr'])
print('at the end:', K.eval(model.optimizer.lr))

schedule = keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=4, decay_rate=0.9)
model = build_model(keras.optimizers.SGD(schedule))
model.fit(x, y, epochs=4, verbose=0, shuffle=False)
print('by schedule:', K.get_value(model.optimizer.lr))
