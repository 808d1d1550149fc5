# Two outputs, a loss for each, and metrics of inner values, in the style of 2020.
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model

rng = np.random.RandomState(0)
x = rng.normal(size=(64, 4)).astype('float32')
price = x.sum(axis=1, keepdims=True)
sold = (x[:, :1] > 0).astype('float32')

inputs = Input(shape=(4,), name='features')
hidden = Dense(8, activation='relu', name='hidden')(inputs)
price_output = Dense(1, name='price')(hidden)
sold_output = Dense(1, activation='sigmoid', name='sold')(hidden)
model = Model(inputs=inputs, outputs=[price_output, sold_output])
model.add_metric(tf.reduce_mean(hidden), name='mean_hidden', aggregation='mean')
model.add_loss(0.01 * tf.reduce_mean(tf.square(hidden)))
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.01),
              loss={'price': 'mse', 'sold': 'binary_crossentropy'},
              loss_weights={'price': 1.0, 'sold': 0.5},
              metrics={'sold': 'accuracy'})
history = model.fit(x, {'price': price, 'sold': sold}, epochs=2, verbose=0)
print(sorted(history.history))
print('hidden:', model.get_layer('hidden').output_shape)
print('price:', model.predict(x[:2], verbose=0)[0].shape)
