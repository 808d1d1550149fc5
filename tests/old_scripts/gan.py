# A GAN with its own loop, in the style of 2020: a generator and a discriminator, two
# tapes in a tf.function, checkpoints of TensorFlow, and weights of the generator.
import os

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

BATCH_SIZE = 16
NOISE_DIM = 4
EPOCHS = 2

rng = np.random.RandomState(0)
train_points = rng.normal([2.0, -1.0], [0.3, 0.1], (64, 2)).astype('float32')
train_dataset = tf.data.Dataset.from_tensor_slices(train_points).batch(BATCH_SIZE)


def make_generator_model():
    model = tf.keras.Sequential()
    model.add(layers.Dense(16, use_bias=False, input_shape=(NOISE_DIM,)))
    model.add(layers.BatchNormalization())
    model.add(layers.LeakyReLU(alpha=0.2))
    model.add(layers.Dense(2))
    assert model.output_shape == (None, 2)
    return model


def make_discriminator_model():
    inputs = tf.keras.Input(shape=(2,))
    x = layers.experimental.preprocessing.Rescaling(0.5)(inputs)
    spread = tf.math.reduce_std(x, axis=1, keepdims=True)
    x = layers.Concatenate()([x, spread])
    x = layers.Dense(16)(x)
    x = layers.LeakyReLU()(x)
    x = layers.Dropout(0.1)(x)
    return tf.keras.Model(inputs, layers.Dense(1)(x))


generator = make_generator_model()
discriminator = make_discriminator_model()
cross_entropy = tf.keras.losses.BinaryCrossentropy(from_logits=True)


def discriminator_loss(real_output, fake_output):
    real_loss = cross_entropy(tf.ones_like(real_output), real_output)
    fake_loss = cross_entropy(tf.zeros_like(fake_output), fake_output)
    return real_loss + fake_loss


generator_optimizer = tf.keras.optimizers.Adam(1e-3, beta_1=0.5)
discriminator_optimizer = tf.keras.optimizers.legacy.Adam(lr=1e-3, beta_1=0.5)
checkpoint = tf.train.Checkpoint(generator=generator, discriminator=discriminator)


@tf.function
def train_step(points):
    noise = tf.random.normal([BATCH_SIZE, NOISE_DIM])
    with tf.GradientTape() as gen_tape, tf.GradientTape() as disc_tape:
        generated = generator(noise, training=True)
        real_output = discriminator(points, training=True)
        fake_output = discriminator(generated, training=True)
        gen_loss = cross_entropy(tf.ones_like(fake_output), fake_output)
        disc_loss = discriminator_loss(real_output, fake_output)
    generator_optimizer.minimize(gen_loss, generator.trainable_variables, tape=gen_tape)
    gradients = disc_tape.gradient(disc_loss, discriminator.trainable_variables)
    discriminator_optimizer.apply_gradients(zip(gradients, discriminator.trainable_variables))
    return gen_loss, disc_loss


for epoch in range(EPOCHS):
    for points in train_dataset:
        gen_loss, disc_loss = train_step(points)
    print('epoch', epoch, 'generator', float(gen_loss), 'discriminator', float(disc_loss))
checkpoint.save(os.path.join('training_checkpoints', 'ckpt'))
generator.save_weights('generator_weights')
generator.load_weights('generator_weights')
print(generator(tf.zeros([1, NOISE_DIM]), training=False).numpy())
