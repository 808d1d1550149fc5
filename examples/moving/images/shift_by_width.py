import keras
import numpy as np
import tensorflow as tf
import tf_keras

picture = np.arange(9.0).reshape(3, 3, 1)
print(picture[..., 0])

for package in tf_keras, tf.keras:
    np.random.seed(0)  # it draws the sign, here +
    image = package.preprocessing.image
    generator = image.ImageDataGenerator(width_shift_range=[1])
    print(image.__name__)
    print(generator.random_transform(picture)[..., 0])

third = (1 / 3, 1 / 3)
layer = keras.layers.RandomTranslation(0, third, "nearest")
print("RandomTranslation, by a third of the width")
print(layer(picture, training=True).numpy()[..., 0])
