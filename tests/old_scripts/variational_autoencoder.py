# A variational autoencoder in the style of 2018: sampling in a Lambda layer with
# functions of the backend, and a loss that is added to the model.
import numpy as np
from keras import backend as K
from keras.layers import Dense, Input, Lambda
from keras.losses import mse
from keras.models import Model

rng = np.random.RandomState(0)
x_train = rng.normal(size=(64, 6)).astype('float32')


def sampling(args):
    z_mean, z_log_var = args
    epsilon = K.random_normal(shape=(K.shape(z_mean)[0], 2))
    return z_mean + K.exp(0.5 * z_log_var) * epsilon


inputs = Input(shape=(6,), name='encoder_input')
h = Dense(12, activation='relu')(inputs)
z_mean = Dense(2, name='z_mean')(h)
z_log_var = Dense(2, name='z_log_var')(h)
z = Lambda(sampling, output_shape=(2,), name='z')([z_mean, z_log_var])
outputs = Dense(6)(Dense(12, activation='relu')(z))
vae = Model(inputs, outputs, name='vae_mlp')

reconstruction_loss = mse(inputs, outputs) * 6
kl_loss = 1 + z_log_var - K.square(z_mean) - K.exp(z_log_var)
kl_loss = -0.5 * K.sum(kl_loss, axis=-1)
vae.add_loss(K.mean(reconstruction_loss + kl_loss))
vae.compile(optimizer='adam')
history = vae.fit(x_train, epochs=2, batch_size=16, verbose=0)
print('losses:', history.history['loss'])
