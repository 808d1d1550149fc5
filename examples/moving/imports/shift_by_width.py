import keras
import numpy as np
import tensorflow as tf

picture = np.arange(9.0).reshape(3, 3, 1)
print(picture[..., 0])

np.random.seed(0)  # it draws the sign, here +
generator = tf.keras.preprocessing.image.ImageDataGenerator
old = generator(width_shift_range=[1]).random_transform(picture)
print("width_shift_range, by 1:")
print(old[..., 0])

one = (1 / 3, 1 / 3)
layer = keras.layers.RandomTranslation(0, one, "nearest")
new = layer(picture, training=True).numpy()
print("RandomTranslation, width by 1:")
print(new[..., 0])
