import keras
import numpy as np
import tensorflow as tf

try:
    from keras.preprocessing.image import ImageDataGenerator

    print(ImageDataGenerator(rescale=1 / 255))
except ImportError as error:
    print(f"{type(error).__name__}: {str(error).partition(' (')[0]}")

picture = np.array([[[51.0], [255.0]]])
image = tf.keras.preprocessing.image
old = image.ImageDataGenerator(rescale=1 / 255)
print("tf.keras:", old.standardize(picture.copy()).ravel().round(3))
new = keras.layers.Rescaling(1 / 255)
print("a layer: ", new(picture).numpy().ravel().round(3))
